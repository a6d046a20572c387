import type { Hebrew } from '../catalogue.ts'
import type { refusals as english } from '../en/refusals.ts'

export const refusals: Hebrew<typeof english> = {
  notThere: 'זה לא נמצא (או כבר לא קיים).',
  notAllowed: 'הפעולה הזו אינה שלך.',
  alreadyJoined: 'כבר הצטרפת, ולכן שום דבר לא השתנה.',
  tooManyInvites: '{{most}} הזמנות פתוחות בבת אחת הן די והותר. כדאי לבטל כמה מהן קודם.',
  notYourself: 'אי אפשר לכבות את הגישה של עצמך.',
  nameUnclear: 'בשם יש לפחות תו אחד שרואים, ולכל היותר {{most}}.',
  answerTooLong: 'זה קצת ארוך בשבילי: עד {{most}} תווים, בבקשה.',
  noWorkout: 'אין אימון פעיל כרגע. ‎/today מראה מה מתוכנן.',
  typeIt: 'התוכנית משאירה את זה פתוח: נא לכתוב מה בוצע, למשל 8x60 או 12.',
  tooManySets: 'אפשר לשמור עד {{most}} סטים בתרגיל אחד.',
  tooManyExercises: 'באימון אחד יכולים להיות עד {{most}} תרגילים.',
  noSuchSet: 'אין כאן סט {{number}} שאפשר לתקן.',
  nothingLogged: 'קודם צריך לרשום סט אחד.',
  emptyDay: 'עדיין אין תרגילים ביום הזה.',
  outOfBounds: 'המספר הזה לא ייתכן, ולכן שום דבר לא נשמר.',
  emptyPlan: 'לא היה נשאר דבר מהתוכנית, ולכן שום דבר לא נשמר.',
  datesOver: 'התוכנית הייתה מסתיימת לפני שהתחילה, ולכן שום דבר לא נשמר. כדאי לשנות את התאריכים.',
  planOver: 'התוכנית הזו הסתיימה, או שהשתנתה בינתיים. שום דבר לא נשמר.',
  exerciseNameUnclear: 'בשם של תרגיל יש לפחות אות או ספרה אחת, ולכל היותר {{most}} תווים.',
  exerciseNameTaken: 'כבר יש לך תרגיל אחר בשם הזה: {{name}}.',
  tooManyNames: 'לתרגיל אחד יכולים להיות עד {{most}} שמות נוספים.',
  linkUnclear: 'את זה אי אפשר לפתוח: קישור מתחיל ב־https://‎ או ב־http://‎ ומוביל לאתר.',
  exerciseInUse: 'תוכניות או אימונים משתמשים בתרגיל הזה, ולכן הוא נשאר. אפשר עדיין לשנות אותו.',
}
