/** Lines of a meal as trainers type them, with what is read: description, macros in braces, the foods they are filled from. */
export const typedLines: readonly (readonly [typed: string, read: string])[] = [
  [`protein: 3 eggs 210 kcal P18 F15`, `protein: 3 eggs {210 P18 F15}`],
  [
    `carb: 60g oats 230 kcal P8 C40 F4 | 2 slices rye bread 180 kcal P6 C34 F2`,
    `carb: 60g oats {230 P8 C40 F4} | 2 slices rye bread {180 P6 C34 F2}`,
  ],
  [`fruit?: 1 apple 80 kcal C20`, `fruit?: 1 apple {80 C20}`],
  [`Protein - 150g chicken breast`, `protein: 150g chicken breast {248 P47 C0 F5.4 ← chicken-breast:cooked}`],
  [
    `- 150g chicken breast (raw) 165kcal, 31g protein, 0g carbs, 3,6g fat`,
    `protein: 150g chicken breast (raw) {165 P31 C0 F3.6}`,
  ],
  [`• 200g cottage cheese 5% – 196 kcal`, `protein: 200g cottage cheese 5% {196}`],
  [
    `1. 3 eggs, 60g oats and an apple`,
    `protein: 3 eggs {215 P19 C1.1 F14 ← egg}
carb: 60g oats {223 P8.2 C41 F4.1 ← oats:dry}
fruit: an apple {95 P0.5 C25 F0.3 ← apple}`,
  ],
  [`2) 2 slices of toast with peanut butter`, `other: 2 slices of toast with peanut butter {}`],
  [
    `🥚 3 whole eggs + 2 egg whites`,
    `protein: 3 whole eggs {215 P19 C1.1 F14 ← egg}
protein: 2 egg whites {34 P7.2 C0.5 F0.1 ← egg-white}`,
  ],
  [
    `✅ 100g cooked rice or 200g potatoes`,
    `carb: 100g cooked rice {130 P2.7 C28 F0.3 ← rice:cooked} | 200g potatoes {174 P3.7 C40 F0.2 ← potato:cooked}`,
  ],
  [
    `150g chicken/turkey breast`,
    `protein: 150g chicken {248 P47 C0 F5.4 ← chicken-breast:cooked} | 150g turkey breast {221 P45 C0 F3.1 ← turkey-breast:cooked}`,
  ],
  [`rice / pasta 60g`, `carb: rice {} | pasta 60g {95 P3.5 C19 F0.6 ← pasta:cooked}`],
  [`1/2 cup rice`, `carb: 1/2 cup rice {103 P2.1 C22 F0.2 ← rice:cooked}`],
  [
    `Carbs: 1/2 cup cooked rice / 1 medium potato`,
    `carb: 1/2 cup cooked rice {103 P2.1 C22 F0.2 ← rice:cooked} | 1 medium potato {118 P2.5 C27 F0.1 ← potato:cooked}`,
  ],
  [`Salad (lettuce, tomato, cucumber)`, `vegetable: Salad (lettuce, tomato, cucumber) {}`],
  [`greens`, `vegetable: greens {}`],
  [`Fat (optional): 10 almonds`, `fat?: 10 almonds {69 P2.5 C2.6 F6 ← almonds}`],
  [`Black coffee (optional)`, `other?: Black coffee {}`],
  [`optional: 1 square dark chocolate`, `fat?: 1 square dark chocolate {42 P0.5 C3.2 F3 ← dark-chocolate}`],
  [`oatmeal 50g (190)`, `carb: oatmeal 50g {190}`],
  [`Protein shake 120cal P24 C3 F1.5`, `protein: Protein shake {120 P24 C3 F1.5}`],
  [`Protein bar 200 kcal 20g protein`, `protein: Protein bar {200 P20}`],
  [`30g protein powder`, `protein: 30g protein powder {106 P23 C1.9 F0.5 ← whey}`],
  [`30g whey protein in 300 ml water`, `other: 30g whey protein in 300 ml water {}`],
  [`P: 30g whey`, `protein: 30g whey {106 P23 C1.9 F0.5 ← whey}`],
  [`Chicken salad 350 kcal P35/C10/F18`, `vegetable: Chicken salad {350 P35 C10 F18}`],
  [
    `Greek yogurt 0% 200g + 100g blueberries + 10g honey`,
    `protein: Greek yogurt 0% 200g {118 P20 C7.2 F0.8 ← greek-yogurt-0}
fruit: 100g blueberries {57 P0.7 C14 F0.3 ← blueberries}
carb: 10g honey {30 P0 C8.2 F0 ← honey}`,
  ],
  [`steak 200g, P50, C0, F18, 370 kcal`, `protein: steak 200g {370 P50 C0 F18}`],
  [`**Protein:** 200g salmon [cite: 3]`, `protein: 200g salmon {412 P44 C0 F25 ← salmon:cooked}`],
  [`100-150g chicken`, `protein: 100-150g chicken {}`],
  [`2,5 cups milk`, `protein: 2,5 cups milk {372 P19 C29 F20 ← milk-3}`],
  [`olive oil 1 tbsp ~120 kcal`, `fat: olive oil 1 tbsp {120}`],
  [`1,200 kcal feast`, `other: feast {1200}`],
  [
    `500 kcal 600 kcal burger`,
    `other: burger {500}
! macro-twice 2:10+8 600 kcal`,
  ],
  [
    `burger P9999`,
    `other: burger {}
! out-of-range 2:8+5 P9999`,
  ],
  [`kcal: 300 lasagna`, `other: lasagna {300}`],
  [`lasagna ? kcal`, `other: lasagna {}`],
  [
    `lasagna 200-250 kcal`,
    `other: lasagna 200-250 kcal {}
! macro-unreadable 2:9+12 200-250 kcal`,
  ],
  [`[3 eggs, any style] 210 kcal`, `other: 3 eggs, any style {210}`],
  [
    `carb: 60g oats |`,
    `carb: 60g oats {223 P8.2 C41 F4.1 ← oats:dry}
! empty-option 2:16+1`,
  ],
  [`חלבון: 3 ביצים 210 קל' ח18 ש15`, `protein: 3 ביצים {210 P18 F15}`],
  [
    `פחמימה: 60 גרם שיבולת שועל 230קל ח׳8 פ׳40 ש׳4 | 2 פרוסות לחם שיפון 180קל`,
    `carb: 60 גרם שיבולת שועל {230 P8 C40 F4} | 2 פרוסות לחם שיפון {180}`,
  ],
  [`פרי?: תפוח 80 קל׳ פ20`, `fruit?: תפוח {80 C20}`],
  [
    `חזה עוף 150 גרם או 200 גרם טופו`,
    `protein: חזה עוף 150 גרם {248 P47 C0 F5.4 ← chicken-breast:cooked} | 200 גרם טופו {170 P22 C1.9 F8.4 ← tofu}`,
  ],
  [
    `קוטג' 5% 100 גרם, 2 פרוסות לחם קל ומלפפון`,
    `protein: קוטג' 5% 100 גרם {98 P11 C3.4 F4.3 ← cottage-5}
carb: 2 פרוסות לחם קל {91 P5.6 C18 F1.2 ← bread-light}
vegetable: מלפפון {15 P0.7 C3.6 F0.1 ← cucumber}`,
  ],
  [
    `סקופ אבקת חלבון + 200 מ"ל חלב 1%`,
    `protein: סקופ אבקת חלבון {113 P25 C2 F0.5 ← whey}
protein: 200 מ"ל חלב 1% {87 P7 C10 F2 ← milk-1}`,
  ],
  [`שקשוקה מ-2 ביצים 350 קלוריות`, `other: שקשוקה מ-2 ביצים {350}`],
  [`חצי אבוקדו (160)`, `fat: חצי אבוקדו {160}`],
  [
    `כף טחינה, סלט ירקות`,
    `fat: כף טחינה {89 P2.6 C3.2 F8.1 ← tahini}
vegetable: סלט ירקות {}`,
  ],
  [`ירקות חופשי`, `vegetable: ירקות חופשי {}`],
  [`200 גרם יוגורט יווני 0% 20 גרם חלבון 8 גרם פחמימות`, `protein: 200 גרם יוגורט יווני 0% {P20 C8}`],
  [`שומן (רשות): 10 שקדים`, `fat?: 10 שקדים {69 P2.5 C2.6 F6 ← almonds}`],
  [
    `150 גרם סלמון צלוי, כוס אורז מבושל`,
    `protein: 150 גרם סלמון צלוי {309 P33 C0 F19 ← salmon:cooked}
carb: כוס אורז מבושל {205 P4.3 C45 F0.4 ← rice:cooked}`,
  ],
  [`חלבון 30, פחמימות 40, שומן 10 סנדוויץ' טונה`, `other: סנדוויץ' טונה {370 P30 C40 F10}`],
  [`לחמניה עם חביתה 300 קק"ל`, `other: לחמניה עם חביתה {300}`],
]

/** First lines of plans; today is Wednesday, 25 November 2026. */
export const typedHeadings: readonly (readonly [typed: string, read: string])[] = [
  [
    `Cutting, every day from Monday for 4 weeks, 2100 kcal P160 C200 F70`,
    `Cutting · 2026-11-30..2026-12-27 · 2100 P160 C200 F70`,
  ],
  [`Bulk from 1 Dec to 28 Dec`, `Bulk · 2026-12-01..2026-12-28`],
  [`Bulk 1-28 Dec`, `Bulk · 2026-12-01..2026-12-28`],
  [`Bulk 1.12 - 28.12`, `Bulk · 2026-12-01..2026-12-28`],
  [`Bulk, December 1st until December 28th`, `Bulk · 2026-12-01..2026-12-28`],
  [`Mon, Wed and Fri: 2500 kcal`, `[024] ~2026-11-25.. · 2500`],
  [`Training days (Mon/Wed/Fri) - P180 C300 F60`, `Training days · [024] ~2026-11-25.. · 2460 P180 C300 F60`],
  [`Rest days Tue Thu`, `Rest days · [13] ~2026-11-25..`],
  [`Sunday to Thursday, 1800kcal`, `[01236] ~2026-11-25.. · 1800`],
  [`weekdays 2000 cal`, `[01234] ~2026-11-25.. · 2000`],
  [`tomorrow`, `2026-11-26`],
  [`next Monday`, `2026-11-30`],
  [`on 1 Dec, 3 Dec and 5 Dec`, `2026-12-01 2026-12-03 2026-12-05`],
  [`Meal plan for 3.12`, `2026-12-03`],
  [`daily, 2000 kcal, protein 150g, carbs 200g, fat 60g`, `2000 P150 C200 F60`],
  [`Total: 2100 kcal | 160g P | 200g C | 70g F`, `2100 P160 C200 F70`],
  [`F70 P160 C200 2100kcal`, `2100 P160 C200 F70`],
  [`Lean bulk 2.0, 30% protein`, `Lean bulk 2.0, 30% protein`],
  [`Plan until 31.12.2026`, `~2026-11-25..2026-12-31`],
  [`from 28 Dec to 1 Dec 2026`, `! dates-upside-down 1:1+25 from 28 Dec to 1 Dec 2026`],
  [
    `Cutting, every day from Munday for 4 weeks`,
    `Cutting · ~2026-11-25..2026-12-22
! date-unreadable 1:25+6 Munday`,
  ],
  [
    `Cutting, every day until Fridy`,
    `Cutting · ~2026-11-25..
! date-unreadable 1:26+5 Fridy`,
  ],
  [
    `Cutting, 2100 kcla P160`,
    `Cutting, 2100 kcla · P160
! macro-unreadable 1:10+9 2100 kcla`,
  ],
  [
    `כל יום מיום שנני למשך 4 שבועות`,
    `~2026-11-25..2026-12-22
! date-unreadable 1:13+4 שנני`,
  ],
  [`from 31.2`, `! date-unreadable 1:6+4 31.2`],
  [`Maintenance 6 weeks`, `Maintenance · ~2026-11-25..2027-01-05`],
  [
    `תפריט חיטוב, כל יום מיום ראשון למשך 4 שבועות, 2100 קל׳ ח׳160 פ׳200 ש׳70`,
    `תפריט חיטוב · 2026-11-29..2026-12-26 · 2100 P160 C200 F70`,
  ],
  [`ב', ד' - תפריט אימון 2500 קלוריות`, `תפריט אימון · [02] ~2026-11-25.. · 2500`],
  [`ימים א'-ה', 1800 קלוריות`, `[01236] ~2026-11-25.. · 1800`],
  [`יום שבת`, `[5] ~2026-11-25..`],
  [`מחר`, `2026-11-26`],
  [`1 בדצמבר עד 28 בדצמבר`, `2026-12-01..2026-12-28`],
  [`תפריט 1800 קלוריות חלבון 140 שומן 50`, `1800 P140 F50`],
  [`# Cutting plan`, `Cutting plan`],
]

/** Whole texts. */
export const typedTexts: readonly (readonly [typed: string, read: string])[] = [
  [
    `Cutting, every day from Monday for 4 weeks, 2100 kcal P160 C200 F70
Breakfast 08:00
protein: 3 eggs 210 kcal P18 F15
carb: 60g oats 230 kcal P8 C40 F4 | 2 slices rye bread 180 kcal P6 C34 F2
fruit?: 1 apple 80 kcal C20
Lunch 13:00 "salad first"
protein: 150g chicken breast`,
    `Cutting · 2026-11-30..2026-12-27 · 2100 P160 C200 F70
# Breakfast @08:00
protein: 3 eggs {210 P18 F15}
carb: 60g oats {230 P8 C40 F4} | 2 slices rye bread {180 P6 C34 F2}
fruit?: 1 apple {80 C20}
# Lunch @13:00 "salad first"
protein: 150g chicken breast {248 P47 C0 F5.4 ← chicken-breast:cooked}`,
  ],
  [
    `תפריט חיטוב, כל יום מיום ראשון למשך 4 שבועות, 2100 קל׳ ח׳160 פ׳200 ש׳70
ארוחת בוקר 08:00
חלבון: 3 ביצים 210 קל' ח18 ש15
פחמימה: 60 גרם שיבולת שועל 230קל ח8 פ40 ש4 | 2 פרוסות לחם שיפון 180קל
פרי?: תפוח 80 קל׳ פ20
ארוחת צהריים 13:00 "קודם סלט"
חלבון: 150 גרם חזה עוף או 200 גרם טופו
ארוחת ערב
קוטג' 5% 100 גרם, 2 פרוסות לחם קל ומלפפון`,
    `תפריט חיטוב · 2026-11-29..2026-12-26 · 2100 P160 C200 F70
# ארוחת בוקר @08:00
protein: 3 ביצים {210 P18 F15}
carb: 60 גרם שיבולת שועל {230 P8 C40 F4} | 2 פרוסות לחם שיפון {180}
fruit?: תפוח {80 C20}
# ארוחת צהריים @13:00 "קודם סלט"
protein: 150 גרם חזה עוף {248 P47 C0 F5.4 ← chicken-breast:cooked} | 200 גרם טופו {170 P22 C1.9 F8.4 ← tofu}
# ארוחת ערב
protein: קוטג' 5% 100 גרם {98 P11 C3.4 F4.3 ← cottage-5}
carb: 2 פרוסות לחם קל {91 P5.6 C18 F1.2 ← bread-light}
vegetable: מלפפון {15 P0.7 C3.6 F0.1 ← cucumber}`,
  ],
  [
    `**Meal Plan**
Mon, Wed and Fri
Calories: 2,100
Protein: 160g
Carbs: 200 g
Fat: 70g

**Meal 1 (7:30 am)**
- 3 eggs, 60g oats and an apple
- coffee

**Meal 2**
* 150g chicken / turkey breast
* 1 cup cooked rice or 200g potatoes
* salad with 1 tbsp olive oil
* 🥑 half avocado

Snack: protein shake (120)
Meal 3: Dinner
Fish 200g`,
    `[024] ~2026-11-25.. · 2100 P160 C200 F70
# Meal 1 @07:30
protein: 3 eggs {215 P19 C1.1 F14 ← egg}
carb: 60g oats {223 P8.2 C41 F4.1 ← oats:dry}
fruit: an apple {95 P0.5 C25 F0.3 ← apple}
other: coffee {}
# Meal 2
protein: 150g chicken {248 P47 C0 F5.4 ← chicken-breast:cooked} | 150g turkey breast {221 P45 C0 F3.1 ← turkey-breast:cooked}
carb: 1 cup cooked rice {205 P4.3 C45 F0.4 ← rice:cooked} | 200g potatoes {174 P3.7 C40 F0.2 ← potato:cooked}
vegetable: salad with 1 tbsp olive oil {}
fat: half avocado {161 P2 C8.6 F15 ← avocado}
# Snack
protein: protein shake {120}
# Meal 3: Dinner
other: Fish 200g {}
? bracket-number 18:22 (120)`,
  ],
  [
    `08:00
2 eggs
1 toast
10:30
apple, 10 almonds
13:00 - chicken breast 150g, rice 1 cup
19:00 Dinner: salmon 150g | tofu 200g
25:00 Late
banana`,
    `# 08:00 @08:00
protein: 2 eggs {143 P13 C0.7 F9.5 ← egg}
carb: 1 toast {78 P2.4 C15 F1.1 ← toast}
# 10:30 @10:30
fruit: apple {}
fat: 10 almonds {69 P2.5 C2.6 F6 ← almonds}
# 13:00 @13:00
protein: chicken breast 150g {248 P47 C0 F5.4 ← chicken-breast:cooked}
carb: rice 1 cup {205 P4.3 C45 F0.4 ← rice:cooked}
# Dinner @19:00
protein: salmon 150g {309 P33 C0 F19 ← salmon:cooked} | tofu 200g {170 P22 C1.9 F8.4 ← tofu}
# Late
fruit: banana {}
! time-unreadable 8:1+5 25:00`,
  ],
  [
    `on 1 Dec, 3 Dec
Breakfast
oats (60)
rice (210)`,
    `2026-12-01 2026-12-03
# Breakfast
carb: oats {60}
carb: rice {210}
? bracket-number 3:6 (60)`,
  ],
  [
    `Bulk from 1 Dec to 28 Dec
Breakfast
protein: | 2 eggs
carb:
100-150g chicken
Total: 3000 kcal
Tuesday
Breakfast
2 eggs`,
    `Bulk · 2026-12-01..2026-12-28 · 3000
# Breakfast
protein: 2 eggs {143 P13 C0.7 F9.5 ← egg}
carb: 100-150g chicken {}
! empty-option 3:10+1 |
! other-day 7:1+7 Tuesday`,
  ],
  [
    `ב', ד' - תפריט אימון 2500 קלוריות
לפני אימון 16:00
בננה
ש׳10
אחרי אימון
סקופ אבקת חלבון + 200 מ"ל חלב 1%
ערב: שקשוקה 2 ביצים 350 קל
הערה: לשתות מים`,
    `תפריט אימון · [02] ~2026-11-25.. · 2500
# לפני אימון @16:00
fruit: בננה {F10}
# אחרי אימון
protein: סקופ אבקת חלבון {113 P25 C2 F0.5 ← whey}
protein: 200 מ"ל חלב 1% {87 P7 C10 F2 ← milk-1}
# ערב "לשתות מים"
other: שקשוקה 2 ביצים {350}`,
  ],
  [
    `tomorrow
Lunch: 150g chicken breast, 200g rice, salad
Dinner: steak 200g P50 F18 kcal ?`,
    `2026-11-26
# Lunch
protein: 150g chicken breast {248 P47 C0 F5.4 ← chicken-breast:cooked}
carb: 200g rice {260 P5.4 C56 F0.6 ← rice:cooked}
vegetable: salad {}
# Dinner
protein: steak 200g {P50 F18}`,
  ],
  [
    `Breakfast (450 kcal P30)
Protein (choose one):
3 eggs
150g cottage cheese 5%
Greek yogurt 0% 200g
Carbs:
2 slices bread
| Food | Kcal |
| --- | --- |`,
    `# Breakfast "450 kcal P30"
protein: 3 eggs {215 P19 C1.1 F14 ← egg} | 150g cottage cheese 5% {147 P17 C5.1 F6.5 ← cottage-5} | Greek yogurt 0% 200g {118 P20 C7.2 F0.8 ← greek-yogurt-0}
carb: 2 slices bread {154 P5.1 C29 F1.9 ← bread-white}
! table 8:1+15 | Food | Kcal |
! table 9:1+13 | --- | --- |`,
  ],
  [
    `protein: 3 eggs
carb: oats`,
    `! no-meal 1:1+15 protein: 3 eggs
! no-meal 2:1+10 carb: oats`,
  ],
  [
    `hello there`,
    `hello there
! nothing-found 1:1+0`,
  ],
  [
    `🔥 *PUSH DAY MENU* 🔥
Targets: 2800 kcal / P180 / C320 / F80
note: drink 3 litres of water

## Breakfast (7:00)
- [ ] 4 egg whites
- [ ] 80g oats
## Pre-workout 16:30
1 banana, 1 scoop whey
## Post workout
200g white rice (cooked) 260 kcal P5 C56 F1
150g chicken breast
  248 kcal P47 C0 F5`,
    `PUSH DAY MENU · 2800 P180 C320 F80 · "drink 3 litres of water"
# Breakfast @07:00
protein: 4 egg whites {69 P14 C1 F0.2 ← egg-white}
carb: 80g oats {297 P11 C55 F5.5 ← oats:dry}
# Pre-workout @16:30
fruit: 1 banana {105 P1.3 C27 F0.4 ← banana}
protein: 1 scoop whey {113 P25 C2 F0.5 ← whey}
# Post workout
carb: 200g white rice (cooked) {260 P5 C56 F1}
protein: 150g chicken breast {248 P47 C0 F5}`,
  ],
  [
    `יום שני עד חמישי - תפריט חיטוב
סה"כ: 1,750 קק"ל, חלבון 140 גרם, פחמימות 150 גרם, שומן 60 גרם

*ארוחת בוקר (08:00)*
• 2 ביצים + 2 פרוסות לחם קל
• סלט ירקות
*ארוחת ביניים 11:00*
תפוח או בננה
*צהריים*
150 גרם חזה עוף / 150 גרם סלמון
100 גרם אורז מבושל או 150 גרם תפוחי אדמה
ירקות חופשי "בלי רוטב"
*ערב:*
קוטג' 5% גביע, מלפפון, עגבנייה`,
    `תפריט חיטוב · [0123] ~2026-11-25.. · 1750 P140 C150 F60
# ארוחת בוקר @08:00
protein: 2 ביצים {143 P13 C0.7 F9.5 ← egg}
carb: 2 פרוסות לחם קל {91 P5.6 C18 F1.2 ← bread-light}
vegetable: סלט ירקות {}
# ארוחת ביניים @11:00
fruit: תפוח {95 P0.5 C25 F0.3 ← apple} | בננה {105 P1.3 C27 F0.4 ← banana}
# צהריים
protein: 150 גרם חזה עוף {248 P47 C0 F5.4 ← chicken-breast:cooked} | 150 גרם סלמון {309 P33 C0 F19 ← salmon:cooked}
carb: 100 גרם אורז מבושל {130 P2.7 C28 F0.3 ← rice:cooked} | 150 גרם תפוחי אדמה {131 P2.8 C30 F0.2 ← potato:cooked}
vegetable: ירקות חופשי "בלי רוטב" {}
# ערב
protein: קוטג' 5% גביע {245 P28 C8.5 F11 ← cottage-5}
vegetable: מלפפון {15 P0.7 C3.6 F0.1 ← cucumber}
vegetable: עגבנייה {22 P1.1 C4.8 F0.2 ← tomato}`,
  ],
  [
    `07:30 Breakfast - 3 eggs, 2 toast
10:30 - apple
13:00 Lunch "salad first": 150g chicken breast, 200g rice
Stack:
creatine 5g`,
    `# Breakfast @07:30
protein: 3 eggs {215 P19 C1.1 F14 ← egg}
carb: 2 toast {157 P4.9 C29 F2.2 ← toast}
# 10:30 @10:30
fruit: apple {}
# Lunch @13:00 "salad first"
protein: 150g chicken breast {248 P47 C0 F5.4 ← chicken-breast:cooked}
carb: 200g rice {260 P5.4 C56 F0.6 ← rice:cooked}
# Stack
other: creatine 5g {}`,
  ],
  [
    `Breakfast:
Option 1: 3 eggs
or
60g oats
Lunch
protein: 150g chicken |
200g tofu`,
    `# Breakfast
protein: 3 eggs {215 P19 C1.1 F14 ← egg} | 60g oats {223 P8.2 C41 F4.1 ← oats:dry}
# Lunch
protein: 150g chicken {248 P47 C0 F5.4 ← chicken-breast:cooked} | 200g tofu {170 P22 C1.9 F8.4 ← tofu}`,
  ],
]
