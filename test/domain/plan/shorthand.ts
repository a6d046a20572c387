/** Short ways of writing that a newcomer's plans showed, and how each is read. */
export const shorthand: readonly { text: string; reads: string }[] = [
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
]
