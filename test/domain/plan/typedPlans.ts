/** Plans as trainers type them, and how each is read: written for these tests, one of every kind that was seen. */
export const typedPlans: readonly { text: string; reads: string }[] = [
  {
    text: `Push Pull Legs

Day 1 - Push
Bench Press: 4 sets x 6-8 reps @ 80kg (2 min rest)
Incline DB Press: 3 x 10, 22.5kg each hand
Lateral raises 3x15
Tricep pushdown 3 x 12-15

Day 2 - Pull
Deadlift 1x5 140kg
Pull ups 4 x max
Barbell rows 3x8 70kg
Hammer curls 3x12 each arm

Day 3 - Legs
Squats 5x5 100 kg, rest 3 min
Leg press 3x12
Calf raises 4x20`,
    reads: `Push Pull Legs
[-] Day 1 - Push
  Bench Press: 4 x 6-8 @80kg rest 120
  Incline DB Press: 3 x 10 @22.5kg // each hand
  Lateral raises: 3 x 15
  Tricep pushdown: 3 x 12-15
[-] Day 2 - Pull
  Deadlift: 1 x 5 @140kg
  Pull ups: 4 x AMRAP
  Barbell rows: 3 x 8 @70kg
  Hammer curls: 3 x 12/arm
[-] Day 3 - Legs
  Squats: 5 x 5 @100kg rest 180
  Leg press: 3 x 12
  Calf raises: 4 x 20`,
  },
  {
    text: `Anna – week 1
MONDAY
1. Goblet squat – 3x12 – 16kg
2. Push ups – 3xAMRAP
3. Single arm row – 3x10/side – 12kg – 60s rest
4. Plank – 3 x 30-45 sec

WEDNESDAY
1. RDL – 4x8 – 40kg – RPE 7
2. Walking lunges – 3x20 steps
3. Dead bug – 3x8 per side
4. Farmer's carry – 3x40m – 24kg

FRIDAY
Rest`,
    reads: `Anna – week 1
[0] MONDAY
  Goblet squat: 3 x 12 @16kg
  Push ups: 3 x AMRAP
  Single arm row: 3 x 10/side @12kg rest 60
  Plank: 3 x 30-45s
[2] WEDNESDAY
  RDL: 4 x 8 @40kg RPE 7
  Walking lunges: 3 x 20 // steps
  Dead bug: 3 x 8/side
  Farmer's carry: 3 x 40 metres @24kg`,
  },
  {
    text: `| Exercise | Sets | Reps | Load | Rest |
|----------|------|------|------|------|
| Back squat | 4 | 6 | 75% | 3 min |
| Romanian deadlift | 3 | 8-10 | 60 kg | 2 min |
| Leg curl | 3 | 12 | - | 90s |`,
    reads: `[-] 
  Back squat: 4 x 6 75% rest 180
  Romanian deadlift: 3 x 8-10 @60kg rest 120
  Leg curl: 3 x 12 rest 90`,
  },
  {
    text: `אימון A
לחיצת חזה 4x6-8 @80
חתירה 3 סטים של 10 חזרות 60 ק"ג
כתפיים 3x12 מנוחה 90
פלאנק 3x45 שניות

אימון B
סקוואט 5x5 @100 מנוחה 3 דקות
דדליפט 3x5 @120
עליות מתח 4xמקסימום`,
    reads: `[-] אימון A
  לחיצת חזה: 4 x 6-8 @80kg
  חתירה: 3 x 10 @60kg
  כתפיים: 3 x 12 rest 90
  פלאנק: 3 x 45s
[-] אימון B
  סקוואט: 5 x 5 @100kg rest 180
  דדליפט: 3 x 5 @120kg
  עליות מתח: 4 x AMRAP`,
  },
  {
    text: `5/3/1 week 1
Squat 65%x5, 75%x5, 85%x5+
Bench 65%x5, 75%x5, 85%x5+`,
    reads: `5/3/1 week 1
[-] 
  Squat: 3 x 5,5,5+ 65/75/85%
  Bench: 3 x 5,5,5+ 65/75/85%`,
  },
  {
    text: `*Upper A*
💪 Bench - 5 x 5 (RPE 8)
💪 OHP - 3 x 8-10 (RIR 2)
💪 Chin-ups - 3 x BW AMRAP
💪 Face pulls 3x20 light

*Lower A*
🔥 Front squat 4 x 6
🔥 Hip thrust 3 x 10 @ 90kg
🔥 Nordic curls 3x5 (slow eccentric)`,
    reads: `[-] Upper A
  Bench: 5 x 5 RPE 8
  OHP: 3 x 8-10 RIR 2
  Chin-ups: 3 x AMRAP bodyweight
  Face pulls: 3 x 20 // light
[-] Lower A
  Front squat: 4 x 6
  Hip thrust: 3 x 10 @90kg
  Nordic curls: 3 x 5 // slow eccentric`,
  },
  {
    text: `Full body - 3 sets each
Squat 10
Bench 10
Row 12
Curl 15`,
    reads: `[-] Full body
  Squat: 3 x 10
  Bench: 3 x 10
  Row: 3 x 12
  Curl: 3 x 15`,
  },
  {
    text: `Tuesday: Intervals
Warm up 10 min easy
8x400m @ 5k pace, rest 90s
Cool down 10 min
Thursday: Tempo run 5 km
Sunday: Long run 12 km`,
    reads: `[1] Intervals
  Warm up: 1 x 600s // easy
  5k pace: 8 x 400 metres rest 90
  Cool down: 1 x 600s
[3] Thursday
  Tempo run: 1 x 5 km
[6] Sunday
  Long run: 1 x 12 km`,
  },
  {
    text: `Monday - Chest/Triceps
Bench press 135x10, 155x8, 175x6, 185x4 lbs
Incline press 3x10 @ 60 lbs
Dips 3xF
Skull crushers 4x12 (40lb)`,
    reads: `[0] Chest/Triceps
  Bench press: 4 x 10,8,6,4 135/155/175/185lb
  Incline press: 3 x 10 @60lb
  Dips: 3 x AMRAP
  Skull crushers: 4 x 12 @40lb`,
  },
  {
    text: `A1) DB bench 4x10 @ 20kg
A2) DB row 4x10 @ 22kg - rest 60s
B1) Split squat 3x12 each leg
B2) Leg curl 3x15
C) Plank 3x1min`,
    reads: `[-] 
  A1 DB bench: 4 x 10 @20kg
  A2 DB row: 4 x 10 @22kg rest 60
  B1 Split squat: 3 x 12/leg
  B2 Leg curl: 3 x 15
  Plank: 3 x 60s`,
  },
  {
    text: `A. Back Squat 5x5 @ 80% 
B. RDL 4x8
C1. Walking lunge 3x12
C2. Leg extension 3x15`,
    reads: `[-] 
  Back Squat: 5 x 5 80%
  RDL: 4 x 8
  C1 Walking lunge: 3 x 12
  C2 Leg extension: 3 x 15`,
  },
  {
    text: `Workout 1
Squat - 4 sets of 8 reps at 185 lbs
Bench - 4 sets of 8 reps at 135 lbs
Lat pulldown - 3 sets of 12
Crunches - 3 sets of 20

Workout 2
Deadlift - 3 sets of 5 reps at 225
Military press - 4 sets of 8
Pullups - 3 sets to failure`,
    reads: `[-] Workout 1
  Squat: 4 x 8 @185lb
  Bench: 4 x 8 @135lb
  Lat pulldown: 3 x 12
  Crunches: 3 x 20
[-] Workout 2
  Deadlift: 3 x 5 @225kg
  Military press: 4 x 8
  Pullups: 3 x AMRAP`,
  },
  {
    text: `Mon/Wed/Fri
Squats 3x10
Push-ups 3x15
Rows 3x12`,
    reads: `[0] Mon/Wed/Fri
  Squats: 3 x 10
  Push-ups: 3 x 15
  Rows: 3 x 12
[2] Mon/Wed/Fri
  Squats: 3 x 10
  Push-ups: 3 x 15
  Rows: 3 x 12
[4] Mon/Wed/Fri
  Squats: 3 x 10
  Push-ups: 3 x 15
  Rows: 3 x 12`,
  },
  {
    text: `Week 1-4
Lower body
Leg press
4 x 12
Leg curl
3 x 15
Hip thrust
4 x 10 60kg`,
    reads: `Week 1-4
[-] Lower body
  Leg press: 4 x 12
  Leg curl: 3 x 15
  Hip thrust: 4 x 10 @60kg`,
  },
  {
    text: `EMOM 10 min: 5 burpees
Bike 20 min zone 2
Stretching`,
    reads: `[-] 
  burpees: 10 x 5 // EMOM
  Bike: 1 x 1200s // zone 2
3:1 no-sets Stretching`,
  },
  {
    text: `יום א׳ - רגליים
סקוואט 4×8 60 ק״ג
לאנג'ים 3×12 לכל רגל
יום ג׳ - חזה
לחיצת חזה 4×10 40 ק"ג מנוחה 2 דק'
פרפר 3×12`,
    reads: `[6] רגליים
  סקוואט: 4 x 8 @60kg
  לאנג'ים: 3 x 12/leg
[1] חזה
  לחיצת חזה: 4 x 10 @40kg rest 120
  פרפר: 3 x 12`,
  },
  {
    text: `Monday: Rest
Tuesday: Upper
Bench 3x8
Row 3x8
Wednesday: Off
Thursday: Lower
Squat 3x8`,
    reads: `[1] Upper
  Bench: 3 x 8
  Row: 3 x 8
[3] Lower
  Squat: 3 x 8`,
  },
  {
    text: `Bench press
- Set 1: 60kg x 10
- Set 2: 70kg x 8
- Set 3: 80kg x 6`,
    reads: `[-] 
  Bench press: 3 x 10,8,6 60/70/80kg`,
  },
  {
    text: `Leg Day 🦵
Squat	4	8	80kg
Leg press	3	12	120kg
Calf raise	4	15`,
    reads: `[-] Leg Day
  Squat: 4 x 8 @80kg
  Leg press: 3 x 12 @120kg
  Calf raise: 4 x 15`,
  },
  {
    text: `Program: Strength block, 4 weeks starting 1.12.
Day 1
Squat 5 x 3 @ 85 % 1RM, 3 min
Bench 5 x 3 @ 85 % 1RM, 3 min
Day 2
Deadlift 5 x 2 @ 87.5%
Press 4 x 4 @ 80%`,
    reads: `Strength block, 4 weeks, 2026-12-01
[-] Day 1
  Squat: 5 x 3 85% rest 180
  Bench: 5 x 3 85% rest 180
[-] Day 2
  Deadlift: 5 x 2 87.5%
  Press: 4 x 4 80%`,
  },
  {
    text: `Superset:
Curl 3x12
Pushdown 3x12
Superset 2:
Lateral raise 3x15
Rear delt fly 3x15`,
    reads: `[-] 
  A1 Curl: 3 x 12
  A2 Pushdown: 3 x 12
  B1 Lateral raise: 3 x 15
  B2 Rear delt fly: 3 x 15`,
  },
  {
    text: `Back squat 3x8 tempo 3-1-1, 60% 1RM, rest 2'
Bench 3x8 tempo 31X0
Kettlebell swings 10 x 10 (24kg) EMOM
Row erg 4 x 500 m, 2 min rest`,
    reads: `[-] 
  Back squat: 3 x 8 60% rest 120 // tempo 3-1-1
  Bench: 3 x 8 // tempo 31X0
  Kettlebell swings: 10 x 10 @24kg // EMOM
  Row erg: 4 x 500 metres rest 120`,
  },
  {
    text: `Bench 60/3x8
Squat 3x8-10-12
Row 3 x (8-10)
Curl (3x12)
Press 3 * 10 * 40kg
Leg press 4 sets 12,10,8,8 reps
Pulldown 3 rounds of 12`,
    reads: `[-] 
  Bench 60/: 3 x 8
  Squat: 3 x 8,10,12
  Row: 3 x 8-10
  Curl: 3 x 12
  Press: 3 x 10 @40kg
  Leg press: 4 x 12,10,8,8
  Pulldown: 3 x 12`,
  },
  {
    text: `**Day 1: Lower** [cite: 1]
* **Back Squat:** 4 sets of 6–8 reps (RPE 7–8)
* **Romanian Deadlift:** 3 sets of 8–10 reps
* **Walking Lunge:** 3 sets of 10 reps/leg
* **Calf Raise:** 4 sets of 12–15 reps
**Day 2: Upper** [cite: 2]
* **Bench Press:** 4 × 6–8 @ RPE 8
* **Chest-Supported Row:** 4 × 8–10`,
    reads: `[-] Day 1: Lower
  Back Squat: 4 x 6-8 RPE 8 // RPE 7–8
  Romanian Deadlift: 3 x 8-10
  Walking Lunge: 3 x 10/leg
  Calf Raise: 4 x 12-15
[-] Day 2: Upper
  Bench Press: 4 x 6-8 RPE 8
  Chest-Supported Row: 4 x 8-10`,
  },
  {
    text: `Day 1
Squat
3x5 100kg
rest 3 min
Bench
3x5 80kg
Row
3x8 60kg`,
    reads: `[-] Day 1
  Squat: 3 x 5 @100kg rest 180
  Bench: 3 x 5 @80kg
  Row: 3 x 8 @60kg`,
  },
  {
    text: `5 rounds:
10 push ups
15 squats
20 sit ups
400m run`,
    reads: `[-] 
  push ups: 5 x 10
  squats: 5 x 15
  sit ups: 5 x 20
  run: 5 x 400 metres`,
  },
  {
    text: `AMRAP 20 min
5 pull-ups
10 push-ups
15 air squats`,
    reads: `[-] 
  pull-ups: 1 x 5 // AMRAP 20 min
  push-ups: 1 x 10 // AMRAP 20 min
  air squats: 1 x 15 // AMRAP 20 min`,
  },
  {
    text: `Clean & jerk 5x2 60/40kg
Snatch 5x3 @ 70% of 1RM
Back squat 5-5-5-5-5 100kg
Front squat 3-3-2-2-1
DB press 3x10 2x22.5kg`,
    reads: `[-] 
  Clean & jerk: 5 x 2 60/40kg
  Snatch: 5 x 3 70%
  Back squat: 5 x 5,5,5,5,5 @100kg
  Front squat: 5 x 3,3,2,2,1
  DB press: 3 x 10 @22.5kg 2x22.5kg`,
  },
  {
    text: `אימון רגליים
1. סקוואט - 4 סטים × 8-10 חזרות, 60 ק"ג, מנוחה 2 דקות
2. לחיצת רגליים - 3 סטים × 12 חזרות
3. פשיטת ברך 3X15
4. כפיפת ברך 3X15 20 קילו
5. תאומים 4X20

אימון גב
1. מתח 3 סטים עד כשל
2. פולי עליון 4X10
3. חתירה בכבל 3X12 (לאט)`,
    reads: `[-] אימון רגליים
  סקוואט: 4 x 8-10 @60kg rest 120
  לחיצת רגליים: 3 x 12
  פשיטת ברך: 3 x 15
  כפיפת ברך: 3 x 15 @20kg
  תאומים: 4 x 20
[-] אימון גב
  מתח: 3 x AMRAP
  פולי עליון: 4 x 10
  חתירה בכבל: 3 x 12 // לאט`,
  },
  {
    text: `ראשון - חזה ויד אחורית
לחיצת חזה 4*8
פרפר 3*12
שלישי - גב ויד קדמית
מתח 4*6
חתירה 3*10
חמישי - רגליים
סקוואט 5*5`,
    reads: `[6] חזה ויד אחורית
  לחיצת חזה: 4 x 8
  פרפר: 3 x 12
[1] גב ויד קדמית
  מתח: 4 x 6
  חתירה: 3 x 10
[3] רגליים
  סקוואט: 5 x 5`,
  },
  {
    text: `Push A
Bench 4x8 (last set to failure)
Incline 3x10, 60 sec rest between sets
Dips 3 x AMRAP (BW)
Lateral raise 4x12-15 super slow
Push B
OHP 5x5 ; Close grip bench 3x8 ; Fly 3x12`,
    reads: `[-] Push A
  Bench: 4 x 8 // last set to failure
  Incline: 3 x 10 rest 60
  Dips: 3 x AMRAP bodyweight
  Lateral raise: 4 x 12-15 // super slow
[-] Push B
  OHP: 5 x 5
  Close grip bench: 3 x 8
  Fly: 3 x 12`,
  },
  {
    text: `Mon: squat 5x5, bench 5x5, row 5x5
Wed: squat 5x5, press 5x5, deadlift 1x5
Fri: squat 5x5, bench 5x5, row 5x5`,
    reads: `[0] Mon
  squat: 5 x 5
  bench: 5 x 5
  row: 5 x 5
[2] Wed
  squat: 5 x 5
  press: 5 x 5
  deadlift: 1 x 5
[4] Fri
  squat: 5 x 5
  bench: 5 x 5
  row: 5 x 5`,
  },
  {
    text: `Squat - 100kg - 5x5
Bench - 80 kg x 5 x 5
Deadlift 140kg 1x5
OHP 50kgx8x3
Pull up +10kg 4x6`,
    reads: `[-] 
  Squat: 5 x 5 @100kg
  Bench: 5 x 5 @80kg
  Deadlift: 1 x 5 @140kg
  OHP: 3 x 8 @50kg
  Pull up: 4 x 6 +10kg`,
  },
  {
    text: `Week 1
Mon
Squat 3x5
Wed
Bench 3x5
Week 2
Mon
Squat 4x5
Wed
Bench 4x5`,
    reads: `Week 1
[0] Mon
  Squat: 3 x 5
[2] Wed
  Bench: 3 x 5
6:1 other-week Week 2`,
  },
  {
    text: `Exercise	Sets x Reps	Weight	Notes
Squat	3x8	60kg	deep
Bench	3x8	50kg	
Row	3x10	40kg	pause`,
    reads: `[-] 
  Squat: 3 x 8 @60kg // deep
  Bench: 3 x 8 @50kg
  Row: 3 x 10 @40kg // pause`,
  },
  {
    text: `Упражнение 1: Присед 4х8 60кг
Жим лёжа 3х10 40 кг отдых 90 сек
Тяга 4 подхода по 8`,
    reads: `[-] 
  Упражнение 1: Присед: 4 x 8 @60kg
  Жим лёжа: 3 x 10 @40kg rest 90
  Тяга: 4 x 8`,
  },
  {
    text: `Plan for Anna (8 weeks)

Upper body (Mon, Thu)
Bench press 3x8
Row 3x8

Lower body (Tue, Fri)
Squat 3x8
RDL 3x8`,
    reads: `Plan for Anna, 8 weeks
[0] Upper body
  Bench press: 3 x 8
  Row: 3 x 8
[3] Upper body
  Bench press: 3 x 8
  Row: 3 x 8
[1] Lower body
  Squat: 3 x 8
  RDL: 3 x 8
[4] Lower body
  Squat: 3 x 8
  RDL: 3 x 8`,
  },
  {
    text: `every 90s x 8: 3 power cleans @ 60kg
E2MOM 12 min - 2 snatches
Tabata: 8x20s/10s burpees
Bike 10x1 min hard / 1 min easy
Row 2000m
Run 3 miles`,
    reads: `[-] 
  power cleans: 8 x 3 @60kg // every 90s
  snatches: 6 x 2 // E2MOM
  Tabata: 8 x 20s rest 10 // burpees
  Bike: 10 x 60s rest 60 // hard; easy
  Row: 1 x 2000 metres
  Run: 1 x 3 miles`,
  },
  {
    text: `1) Bench press, 3 sets, 8-12 reps, 60kg
2) Incline fly - sets: 3, reps: 12
3) Triceps rope – 3 sets – 15 reps – 60 sec`,
    reads: `[-] 
  Bench press: 3 x 8-12 @60kg
  Incline fly: 3 x 12
  Triceps rope: 3 x 15 rest 60`,
  },
  {
    text: `Bench Press
Sets: 4
Reps: 8
Rest: 90s

Row
Sets: 3
Reps: 10`,
    reads: `[-] 
  Bench Press: 4 x 8 rest 90
  Row: 3 x 10`,
  },
  {
    text: `day 1 push: bench 3x8, ohp 3x8, dips 3x10
day 2 pull: rows 3x8, pullups 3x max, curls 3x12`,
    reads: `[-] day 1 push
  bench: 3 x 8
  ohp: 3 x 8
  dips: 3 x 10
[-] day 2 pull
  rows: 3 x 8
  pullups: 3 x AMRAP
  curls: 3 x 12`,
  },
  {
    text: `אימון א׳ (ראשון ורביעי)
סקוואט 4 על 8, 60 ק''ג, מנוחה דקה וחצי
לחיצת חזה 3 סטים 12 חז' מנוחה דקה
שכיבות סמיכה 3 סטים עד כשל ללא משקל

אימון ב׳ (שני, חמישי)
דדליפט 3 על 5 100 קילו
חתירה 12 חזרות 3 סטים`,
    reads: `[6] אימון א׳
  סקוואט: 4 x 8 @60kg rest 90
  לחיצת חזה: 3 x 12 rest 60
  שכיבות סמיכה: 3 x AMRAP bodyweight
[2] אימון א׳
  סקוואט: 4 x 8 @60kg rest 90
  לחיצת חזה: 3 x 12 rest 60
  שכיבות סמיכה: 3 x AMRAP bodyweight
[0] אימון ב׳
  דדליפט: 3 x 5 @100kg
  חתירה: 3 x 12
[3] אימון ב׳
  דדליפט: 3 x 5 @100kg
  חתירה: 3 x 12`,
  },
  {
    text: `תוכנית: חיטוב, 6 שבועות מיום ראשון
כל תרגיל 3 סטים של 12
סקוואט
לחיצת חזה
חתירה`,
    reads: `חיטוב, 6 weeks, 2026-11-29
[-] 
  סקוואט: 3 x 12
  לחיצת חזה: 3 x 12
  חתירה: 3 x 12`,
  },
  {
    text: `פלג גוף עליון
סופרסט:
לחיצת כתפיים 3×10 (12 ק"ג)
הרחקת כתפיים 3×12 (6 ק"ג)

בטן 3×20`,
    reads: `[-] פלג גוף עליון
  A1 לחיצת כתפיים: 3 x 10 @12kg
  A2 הרחקת כתפיים: 3 x 12 @6kg
  בטן: 3 x 20`,
  },
  {
    text: `Anna, here is your plan :)

Legs on Tuesday please
Squat - 3 sets, 8 reps
Lunges - 3 sets, 12 reps

Thanks!`,
    reads: `Anna, here is your plan :)
[-] Legs on Tuesday please
  Squat: 3 x 8
  Lunges: 3 x 12
7:1 no-sets Thanks!`,
  },
  {
    text: `Squat 3x5 (60, 70, 80kg)
Bench 4x8 - 60/65/70/70
Press 20kg 3x10
Curl 3x10 12,5kg
Row 4 sets x 10
Deadlift 1 x 5 @ RPE8, 3-5 min rest
Bulgarian split squat 3x8e/s
Copenhagen plank 2x20s/side
Sled push 6 x 20m @ 60kg
Jump rope 3 x 2:00`,
    reads: `[-] 
  Squat: 3 x 5 // 60, 70, 80kg
  Bench: 4 x 8 60/65/70/70kg
  Press: 3 x 10 @20kg
  Curl: 3 x 10 @12.5kg
  Row: 4 x 10
  Deadlift: 1 x 5 RPE 8 rest 300 // 3-5 min rest
  Bulgarian split squat: 3 x 8/side
  Copenhagen plank: 2 x 20s/side
  Sled push: 6 x 20 metres @60kg
  Jump rope: 3 x 120s`,
  },
  {
    text: `Squat 4x8 - 60
Squat 4x8 - 12
Squat 4x8-12
Squat 4x8 -12
Squat 3x30 - 60 sec
Squat 4x12 - 8`,
    reads: `[-] 
  Squat: 4 x 8 @60kg
  Squat: 4 x 8-12
  Squat: 4 x 8-12
  Squat: 4 x 8-12
  Squat: 3 x 30-60s
6:7 range-upside-down 4x12 - 8`,
  },
]
