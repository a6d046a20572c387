/** A plan as Dana wrote it; the stories start on a Monday. */
export const upperLower = `
  Upper/Lower, 6 weeks from Monday
  Mon Upper
  Bench press 2x6-8 @80kg rest 2:30 "pause on the chest"
  A1 Row 2x10 @60 rest 60
  A2 Face pull 2x15
  Plank 1x45s
  Thu Lower
  Squat 2x5 @100 rest 3min
`
