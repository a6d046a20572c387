/** Short ways of writing that a newcomer's plans showed, and how each is read. */
export const shorthand: readonly { text: string; reads: string }[] = [
  // A range of sets, or of repetitions.
  {
    text: `Bench press 3-4x10
incline DB press 3-4x10 12kg
היפ תראסט 3-4 x 10
Row 3-4 sets x 10 reps
Curl 3-4 x max
Dip 3-4x8-12 // slow
Press 5-10 x 4
Fly 8-12x3`,
    reads: `[-] 
  Bench press: 4 x 10 // 3–4 sets
  incline DB press: 4 x 10 @12kg // 3–4 sets
  היפ תראסט: 4 x 10 // 3–4 סטים
  Row: 4 x 10 // 3-4 sets
  Curl: 4 x AMRAP // 3–4 sets
  Dip: 4 x 8-12 // 3–4 sets; slow
  Press: 4 x 5-10
  Fly: 3 x 8-12`,
  },
  {
    text: `Squat 3x10
Pull-up 4-6x4`,
    reads: `[-] 
  Squat: 3 x 10
  Pull-up: 6 x 4 // 4–6 sets`,
  },
  {
    text: `Fly 8-12x3
Pull-up 4-6x4`,
    reads: `[-] 
  Fly: 3 x 8-12
  Pull-up: 4 x 4-6`,
  },
  {
    text: `Pull-up 4-6x4
Plank 3x30s`,
    reads: `[-] 
  Plank: 3 x 30s
1:9 sets-or-reps 4-6x4`,
  },
  {
    text: `Fly 8-12x3
Squat 3x10
Pull-up 4-6x4`,
    reads: `[-] 
  Fly: 3 x 8-12
  Squat: 3 x 10
3:9 sets-or-reps 4-6x4`,
  },
  {
    text: `# Push
3-4 sets each:
Dips 8-10
Fly 2x12
| Exercise | Sets | Reps |
|---|---|---|
| Press | 3-4 | 10 |
| Curl | 3 | 8-12 |`,
    reads: `[-] Push
  Dips: 4 x 8-10 // 3-4 sets
  Fly: 2 x 12
  Press: 4 x 10 // 3-4 sets
  Curl: 3 x 8-12`,
  },
  {
    text: `Row 10 reps x 3 sets
Dip 8-12 reps x 3
Fly 10 x 3 sets
מתח 4 עד כשל
Pull-up 3 to failure
Curl 12 to failure
Bench 4x8, set 4 to failure`,
    reads: `[-] 
  Row: 3 x 10
  Dip: 3 x 8-12
  Fly: 3 x 10
  מתח: 4 x AMRAP
  Pull-up: 3 x AMRAP
  Bench: 4 x 8 // set 4 to failure
6:6 sets-or-reps 12 to failure`,
  },

  // Done in turns.
  {
    text: `Superset x3
Leg extension 15
Leg curl 15

Plank 3x30s
SS x3
Curl 12
Pushdown 12
Circuit (3 rounds):
Push-up 10
Air squat 20
סופרסט 3 סטים:
לחיצת כתפיים 10
הרחקת כתפיים 12`,
    reads: `[-] 
  A1 Leg extension: 3 x 15
  A2 Leg curl: 3 x 15
  Plank: 3 x 30s
  B1 Curl: 3 x 12
  B2 Pushdown: 3 x 12
  C1 Push-up: 3 x 10
  C2 Air squat: 3 x 20
  D1 לחיצת כתפיים: 3 x 10
  D2 הרחקת כתפיים: 3 x 12`,
  },
  {
    text: `Legs
3 rounds:
Leg extension 15
Leg curl 15

Arms
Superset 3x, rest 90s
Curl 12
Pushdown 2x12

Plank 30`,
    reads: `[-] Legs
  Leg extension: 3 x 15
  Leg curl: 3 x 15
[-] Arms
  A1 Curl: 3 x 12 rest 90
  A2 Pushdown: 2 x 12 rest 90
11:1 no-sets Plank 30`,
  },
  {
    text: `Plank 3x30s
Superset x12
Curl 10kg`,
    reads: `[-] 
  Plank: 3 x 30s
2:10 sets-or-reps x12
3:1 no-sets Curl 10kg`,
  },
  {
    text: `Mon
Squat 5x5
Circuit:
Push-up 3x10
Row 3x10`,
    reads: `[0] Mon
  Squat: 5 x 5
  A1 Push-up: 3 x 10
  A2 Row: 3 x 10`,
  },
  {
    text: `SS: Curl 3x10 / Pushdown 3x12
SS: Chin-up 3x8 20kg, slow + Dip 3x8
Curl 3x10 superset with Pushdown 3x12
Superset x3: Leg extension 15, Leg curl 12
SS: Fly + Push-up 3x12
פרפר 3x10 סופרסט עם פולאובר 3x12`,
    reads: `[-] 
  A1 Curl: 3 x 10
  A2 Pushdown: 3 x 12
  B1 Chin-up: 3 x 8 @20kg // slow
  B2 Dip: 3 x 8
  C1 Curl: 3 x 10
  C2 Pushdown: 3 x 12
  D1 Leg extension: 3 x 15
  D2 Leg curl: 3 x 12
  E1 Fly: 3 x 12
  E2 Push-up: 3 x 12
  F1 פרפר: 3 x 10
  F2 פולאובר: 3 x 12`,
  },
  {
    text: `SS: Curl + Pushdown
SS: Curl 3x10 + Dip
Plank 3x30s`,
    reads: `[-] 
  A1 Curl: 3 x 10
  Plank: 3 x 30s
1:5 no-sets Curl
1:12 no-sets Pushdown
2:17 no-sets Dip`,
  },
  {
    text: `4 rounds: 10 push ups, 15 squats, 20 sit ups
10 burpees, 20 lunges
3 rounds: 10 push ups, rest 60s
AMRAP 20 min: 5 pull-ups, 10 push-ups
EMOM 10 min: 5 burpees, 10 squats`,
    reads: `[-] 
  push ups: 4 x 10
  squats: 4 x 15
  sit ups: 4 x 20
  burpees: 1 x 10
  lunges: 1 x 20
  push ups: 3 x 10 rest 60
  pull-ups: 1 x 5 // AMRAP 20 min
  push-ups: 1 x 10 // AMRAP 20 min
  burpees: 10 x 5 // EMOM
  squats: 10 x 10 // EMOM`,
  },

  // Loads.
  {
    text: `סקווט 5*5 עד 80 אחוז
Squat 5x5 up to 80%
Bench 5x5 80 percent
לחיצה 65 אחוז x 5
Row 5x5 75% RIR 2`,
    reads: `[-] 
  סקווט: 5 x 5 עד 80%
  Squat: 5 x 5 up to 80%
  Bench: 5 x 5 80%
  לחיצה: 1 x 5 65%
  Row: 5 x 5 75% RIR 2`,
  },
  {
    text: `DB bench 3x10 @ 22.5s
DB row 3x10 with 20s
DB fly 3x12 12.5s
DB curl @ 15s 3x12
Row 3x8 @80k
Plank 3 sets @ 45s
Run 8x400m @ 75s`,
    reads: `[-] 
  DB bench: 3 x 10 @22.5kg
  DB row: 3 x 10 @20kg
  DB fly: 3 x 12 @12.5kg
  DB curl: 3 x 12 @15kg
  Row: 3 x 8 @80kg
  Plank: 3 x 45s
  Run: 8 x 400 metres // 75s`,
  },
  {
    text: `Squat 10/8/6 @ 60/65/70
Bench 3x8 @60, 62,5, 65kg
Press 3x8 @60/60/65
Row 10/8/6 - 60/65/70
Clean 5x2 @60/40kg
Jerk 5x2 @60-65
Pull 5x5 @ 60/40`,
    reads: `[-] 
  Squat: 3 x 10,8,6 60/65/70kg
  Bench: 3 x 8 60/62.5/65kg
  Press: 3 x 8 60/60/65kg
  Row: 3 x 10,8,6 60/65/70kg
  Clean: 5 x 2 60/40kg
  Jerk: 5 x 2 60-65kg
7:10 loads-length @ 60/40`,
  },
  {
    text: `Pull ups BW+10 4x5
Dips 3x8 bodyweight + 20 lb
Chin-up 3 x BW+10 x 5
Assisted dip 3x8 BW-20kg
DB press 2x10kg 3x8`,
    reads: `[-] 
  Pull ups: 4 x 5 bodyweight+10kg
  Dips: 3 x 8 bodyweight+20lb
  Chin-up: 3 x 5 bodyweight+10kg
  Assisted dip: 3 x 8 bodyweight-20kg
  DB press: 3 x 8 @10kg 2x10kg`,
  },

  // Efforts, sides, rests, times.
  {
    text: `Squat 3x8 RPE 7-8
Bench 3x8 75% RPE 7-8
Row 3x8 @ 8 RPE
Lunge 3x8/8
Split squat 3x8ea
Step-up 3 x 10 ea leg
Press 3x8/10`,
    reads: `[-] 
  Squat: 3 x 8 RPE 8 // RPE 7-8
  Bench: 3 x 8 75% RPE 8 // RPE 7-8
  Row: 3 x 8 RPE 8
  Lunge: 3 x 8/side
  Split squat: 3 x 8/side
  Step-up: 3 x 10/leg
7:7 reps-unclear 3x8/10`,
  },
  {
    text: `סקווט 3x8 מנוחה 2 דק
לחיצה 3x8 מנוחה 90 שנ
Squat 3x8 rest 2-3min
Bench 3x8 rest 60-90
Row 3x8 rest 1:30-2:00
Dip
3x8
2-3 min rest`,
    reads: `[-] 
  סקווט: 3 x 8 rest 120
  לחיצה: 3 x 8 rest 90
  Squat: 3 x 8 rest 180 // rest 2-3min
  Bench: 3 x 8 rest 90 // rest 60-90
  Row: 3 x 8 rest 120 // rest 1:30-2:00
  Dip: 3 x 8 rest 180 // 2-3 min rest`,
  },
  {
    text: `Row machine 500m x 4
EZ curl 21s x3
Ski 1 min x 5 rounds
Run 5k
Row 2k
5k walk
Bike 10 min
Sled 3x20m x 60kg
Curl 20k x 8`,
    reads: `[-] 
  Row machine: 4 x 500 metres
  EZ curl: 3 x 21s
  Ski: 5 x 60s
  Run: 1 x 5 km
  Row: 1 x 2 km
  walk: 1 x 5 km
  Bike: 1 x 600s
  Sled: 3 x 20 metres @60kg
9:6 reps-unclear 20k x 8`,
  },

  // Days.
  {
    text: `יום א
סקווט 3x8
יום ב - חזה
לחיצה 3x8
יום ג, ה
חתירה 3x8
אימון א
מתח 3x8`,
    reads: `[6] יום א
  סקווט: 3 x 8
[0] חזה
  לחיצה: 3 x 8
[1] יום ג, ה
  חתירה: 3 x 8
[3] יום ג, ה
  חתירה: 3 x 8
[-] אימון א
  מתח: 3 x 8`,
  },
  {
    text: `Week A Day 1 - Monday
Squat 3x8
Day 2 (Tuesday)
Row 3x8
Day 3 – Wed: Push
Bench 3x8
Day 4 Thu/Sat Pull
Curl 3x8
אימון ה - יום ו
מתח 3x8

Long run - Sunday
Run 10k
Week B Day 1 - Monday
Squat 5x5`,
    reads: `[0] Week A Day 1
  Squat: 3 x 8
[1] Day 2
  Row: 3 x 8
[2] Day 3: Push
  Bench: 3 x 8
[3] Day 4: Pull
  Curl: 3 x 8
[5] Day 4: Pull
  Curl: 3 x 8
[4] אימון ה
  מתח: 3 x 8
[6] Long run
  Run: 1 x 10 km
14:1 other-week Week B Day 1 - Monday`,
  },
  {
    text: `Week A
Day 1
Squat 3x8
Day 2
Row 3x8`,
    reads: `Week A
[-] Day 1
  Squat: 3 x 8
[-] Day 2
  Row: 3 x 8`,
  },
  {
    text: `Mon (lower)
Squat 3x8
(upper)
Bench 3x8`,
    reads: `[0] lower
  Squat: 3 x 8
[-] upper
  Bench: 3 x 8`,
  },

  // Labels.
  {
    text: `1) Squat 5x5
2) Bench 5x5
3a) Curl 3x10
3b) Pushdown 3x10
4a Row 3x10
4b Press 3x10
A) Leg curl 3x10
B) Leg press 3x10
a) Calf raise 3x10
a1. Plank 3x30s
a2. Dead bug 3x10
# יום
3א. פרפר 3x10
3ב. פולאובר 3x10`,
    reads: `[-] 
  Squat: 5 x 5
  Bench: 5 x 5
  A1 Curl: 3 x 10
  A2 Pushdown: 3 x 10
  B1 Row: 3 x 10
  B2 Press: 3 x 10
  Leg curl: 3 x 10
  Leg press: 3 x 10
  Calf raise: 3 x 10
  C1 Plank: 3 x 30s
  C2 Dead bug: 3 x 10
[-] יום
  A1 פרפר: 3 x 10
  A2 פולאובר: 3 x 10`,
  },
  {
    text: `Superset x3:
a) Curl 10
b) Pushdown 10

A1 Row 3x8
A2 Press 3x8`,
    reads: `[-] 
  A1 Curl: 3 x 10
  A2 Pushdown: 3 x 10
  B1 Row: 3 x 8
  B2 Press: 3 x 8`,
  },

  // One line says several things, or less than it seems.
  {
    text: `Squat 3x8 60kg/65kg/70kg
Squat 4x8 60kg, 65kg, 70kg
Squat 3x8 100lb (45kg)
Squat 3x8 2x20kg, 20kg
Squat 3x8 @60
@70
Squat 5x5
@60/65/70
Squat 3x8 @60, 2 min rest
Squat 3x8 RIR 2, 2x6 RIR 1
Squat 5x5 @ 70%-75%
Bench 3x8 @ 20s pause
Push-up BW - 3 x 10`,
    reads: `[-] 
  Squat: 3 x 8 60/65/70kg
  Squat: 3 x 8 @100lb // 45kg
  Squat: 3 x 8 @20kg 2x20kg
  Squat: 3 x 8 @60kg // 70kg
  Squat: 5 x 5
  Squat: 3 x 8 @60kg rest 120
  Squat: 5 x 5 70-75%
  Bench: 3 x 8 // 20s pause
  Push-up BW: 3 x 10
2:11 loads-length 60kg
8:1 loads-length @60/65/70
10:7 several-schemes 3x8`,
  },
  {
    text: `| Exercise | Sets | Reps | Weight (lbs) | RPE | Rest |
|---|---|---|---|---|---|
| Squat | 3 | 8 | 100 | 7-8 | 60-90 |
| Row | 3-4 | 8 | 40kg | 8 | 2 min |

| תרגיל | סטים | חזרות | משקל (ק"ג) | % |
|---|---|---|---|---|
| חתירה | 3 | 8 | 60 | 70 |`,
    reads: `[-] 
  Squat: 3 x 8 @100lb RPE 8 rest 90 // RPE 7-8; rest 60-90
  Row: 4 x 8 @40kg RPE 8 rest 120 // 3-4 sets
  חתירה: 3 x 8 @60kg 70%`,
  },
  {
    text: `Row 3x8 // superset with dips 3x8
Squat 3x8, 2 warm-up sets
AMRAP 20 min: 5 pull-ups
[Fly + Press superset with Dip] 3x8
SS x3: Curl 12, 20kg each, Pushdown 12, slow`,
    reads: `[-] 
  Row: 3 x 8 // superset with dips 3x8
  Squat: 3 x 8 // 2 warm-up sets
  pull-ups: 1 x 5 // AMRAP 20 min
  Fly + Press superset with Dip: 3 x 8
  A1 Curl: 3 x 12 @20kg
  A2 Pushdown: 3 x 12 // slow`,
  },
]
