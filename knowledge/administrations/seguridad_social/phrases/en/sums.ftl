# Sums with what a person tells: questions, results, steps, limits.

sum-ask-born = What is your date of birth?
sum-ask-contributed = How long have you paid contributions until today, in years and months?
sum-ask-until = Is that the time you have contributed so far, or what you will have when you retire?
sum-ask-abroad = How long have you paid contributions in other countries, in years and months?
sum-ask-still-working = Are you still working and paying contributions?
sum-ask-leaving = On what day would you like to retire?
sum-ask-ahead = How long before your ordinary age would you like to retire, in years and months?
sum-ask-pension-base = What is your monthly regulatory base (base reguladora)?
sum-ask-ending = Are you retiring by choice, or because you lost your job against your will?
sum-ask-spouse = Have you no spouse, a dependent spouse, or a spouse with an income of their own?
sum-ask-monthly-base = What has your monthly contribution base roughly been over the last 25 years?
sum-ask-delay = How long after your ordinary age would you retire, in years and months?
sum-ask-sick-base = What was your contribution base in the month before your sick leave? It is on your payslip.
sum-ask-wage = How much are you paid a month, gross?
sum-ask-other-job = How much is it in the other job, a month?
sum-ask-payments = In how many payments a year do you get that pay?
sum-ask-cause = Is the leave for a common illness or an accident outside work, or for an accident at work or an occupational disease?
sum-ask-days = How many days does the leave last?
sum-ask-first-day = On what day did the leave begin?
sum-ask-last-day = What is the last day of the leave?
sum-ask-from-day = From which day of the leave should I count?
sum-ask-month = Which month should I work out?
sum-ask-regime = Are you an employee, self-employed or a domestic worker?
sum-ask-income = How much do you earn a month on average, after expenses and the deduction for general expenses?
sum-ask-revenue = How much do you invoice a month, without VAT?
sum-ask-expenses = How much do you spend a month on your business, without VAT?
sum-ask-household-pay = What is the worker paid a month, including the share of the extra payments?
sum-ask-contract = Is the contract permanent or temporary?
sum-ask-how-many-children = How many children have you had or adopted?
sum-ask-own-pension = What pension do you get, or will you get, a month?
sum-ask-incapacity-base = What is your monthly regulatory base? It is in the INSS decision, or the INSS can tell you.
sum-ask-degree = Which degree of incapacity do you have, or do you think you would be given?
sum-ask-deduction = Have you already taken off the deduction for general expenses? If not, do you work on your own or through a company?
sum-ask-flat-rate = Do you have the flat rate (tarifa plana)?
sum-ask-after-contract = Did your contract end during the sick leave?
sum-ask-deceased-base = What was the monthly regulatory base of the person who died?
sum-ask-deceased-pension = What monthly pension did the person who died receive?
sum-ask-case = Are you 65 or over with no other income, do you have dependent children and a low income, or neither?
sum-ask-child-birth = On what day was the baby born, or is it due?
sum-ask-babies = How many babies are there?
sum-ask-parents = Are there two parents, or only one?
sum-ask-birth-base = What is your monthly contribution base? It is on your payslip.
sum-ask-kind = What would you like to file: a prior administrative claim, a lawsuit, written comments (alegaciones) or an administrative appeal?
sum-ask-notified = On what day did you receive the notification?
sum-ask-province = In which province do you live?

sum-option-yes = Yes
sum-option-no = No
sum-option-until-today = What I have until today
sum-option-until-end = What I will have when I retire
sum-option-ending-voluntary = By choice
sum-option-ending-involuntary = I lost my job
sum-option-spouse-alone = No spouse
sum-option-spouse-dependent-spouse = Dependent spouse
sum-option-spouse-other-spouse = Spouse with an income
sum-option-cause-common = Common illness or accident outside work
sum-option-cause-work = Accident at work or occupational disease
sum-option-regime-employee = Employee
sum-option-regime-self-employed = Self-employed
sum-option-regime-household = Domestic worker
sum-option-deduction-done = Already taken off
sum-option-deduction-general = No, I work on my own
sum-option-deduction-company = No, I have a company
sum-option-case-general = Neither
sum-option-case-older = 65 or over and no other income
sum-option-case-dependants = Dependent children and a low income
sum-option-parents-two = Two
sum-option-parents-single = Only one
sum-option-kind-prior-claim = Prior administrative claim (reclamación previa)
sum-option-kind-discharge-claim = Claim against a medical discharge
sum-option-kind-lawsuit = Lawsuit
sum-option-kind-discharge-lawsuit = Lawsuit against a medical discharge
sum-option-kind-allegations-10 = Written comments (alegaciones) within 10 days
sum-option-kind-allegations-15 = Written comments (alegaciones) within 15 days
sum-option-kind-appeal = Administrative appeal (alzada)
sum-option-kind-decision = A decision of the INSS, I know no more
sum-option-contract-permanent = Permanent
sum-option-contract-temporary = Temporary
sum-option-degree-partial = Partial
sum-option-degree-total = Total
sum-option-degree-qualified = Total, with the increase from 55
sum-option-degree-absolute = Absolute
sum-option-degree-severe = Severe disability

sum-refused-not-a-number = I need an amount in figures.
sum-refused-negative = That amount cannot be less than zero.
sum-refused-too-much = That amount is too high. Could you check it?
sum-refused-too-little = That amount is too low. Could you check it?
sum-refused-not-whole = I need a whole number.
sum-refused-not-a-date = I need a date with day, month and year.
sum-refused-no-such-day = That day does not exist. Could you check it?
sum-refused-future = That date is still to come. Could you check it?
sum-refused-past = That date has passed. Please give me one from today on.
sum-refused-too-far = That date is too far away. Could you check it?
sum-refused-too-old = With that date you would be over 120. Could you check it?
sum-refused-not-a-duration = I need the time in years and months.
sum-refused-too-long = Those are too many years of contributions. Could you check them?
sum-refused-more-than-life = At your age you cannot have paid contributions for so long. Could you check it?
sum-refused-not-an-option = I did not understand which of the options is yours.
sum-refused-order = The last day comes before the first. Could you check them?
sum-refused-unknown = That detail is not needed for this calculation.

sum-official-benefits = This is only a guide: the INSS decides.
sum-official-contributions = This is only a guide: the Social Security Treasury (TGSS) decides.
sum-limit-last-published = The figures are those of { $year }: the new ones have not been published yet.

sum-retirement-date-result = You could retire { $date_on }, aged { $age }, { $why }. { $early }
sum-retirement-date-reached-long = You have already reached the ordinary age: { $date_on }, aged { $age }, with at least { $needed } of contributions.
sum-retirement-date-reached-short = You have already reached the ordinary age: { $date_on }, aged { $age }, with less than { $needed } of contributions.
sum-retirement-date-years-later = You could retire { $date_on }: aged { $age } you would not yet have the { $needed } of contributions needed.
sum-retirement-date-past = You reached the ordinary retirement age years ago.
sum-retirement-too-few = With { $have } of contributions you do not reach the minimum of { $needed } for a retirement pension.
sum-retirement-why-long = because you will have at least { $needed } of contributions
sum-retirement-why-short = because you will have less than { $needed } of contributions
sum-retirement-early = By choice, with a smaller pension, { $date_from }.
sum-retirement-early-now = By choice, with a smaller pension, you could already.
sum-retirement-early-involuntary = Having lost your job, with a smaller pension, { $date_from }.
sum-retirement-early-now-involuntary = Having lost your job, with a smaller pension, you could already.
sum-retirement-no-early = You could not retire earlier by choice: { $needed } of contributions are needed.
sum-retirement-no-early-involuntary = Having lost your job, you could not retire earlier: { $needed } of contributions are needed.

sum-early-result-amount = If you retire { $date_on }, { $months } early, the pension drops by { $percent }: with a base of { $base } you would receive { $amount } a month in { $payments } payments a year.
sum-early-result-capped = If you retire { $date_on }, { $months } early, { $percent } comes off the maximum pension, { $highest }: you would receive { $amount } a month in { $payments } payments a year.
sum-early-result-share = If you retire { $date_on }, { $months } before your ordinary age, the pension drops by { $percent }: you would receive { $net } of your regulatory base.
sum-early-abroad = If you retire { $date_on }, { $months } before your ordinary age, the pension drops by { $percent }. Spain only pays the part for contributions paid here, about { $part }: the INSS works that out.
sum-early-reached = On that day you would already have the ordinary age, so nothing is taken off: you would be due { $percent } of your regulatory base.
sum-early-too-few = You could not retire early { $date_on }: you would have { $have } of contributions and { $needed } are needed.
sum-early-never = You could not retire early: at your ordinary age, { $date_on }, you would have { $have } of contributions, and { $needed } are needed before it.
sum-early-too-young = That day is too soon: you can retire { $months } early at most. The first possible day: { $date }.
sum-early-below = You could not: the pension would be { $amount } a month and it must be above the minimum, { $minimum }.

sum-retirement-amount-result = With { $contributed } of contributions you are due { $percent } of your regulatory base: with { $base } you would receive { $amount } a month in { $payments } payments a year.
sum-abroad-share = With { $contributed } in all you would be due { $percent } of the regulatory base, but Spain only pays the part for contributions paid here, about { $part } of that pension: the INSS works out the exact sum.
sum-abroad-on-share = If you retire { $date_on }, aged { $age }, with { $contributed } in all, it would be { $percent } of the regulatory base; Spain only pays the part for contributions paid here, about { $part }: the INSS works it out.
sum-abroad-late-share = If you retire { $date_on }, aged { $age }, it would be { $percent } of the regulatory base ({ $extra } for putting it off { $delay }); Spain only pays the part for contributions paid here, about { $part }: the INSS works it out.
sum-retirement-on-result = If you retire { $date_on }, aged { $age } and with { $contributed } of contributions, you are due { $percent } of your regulatory base: with { $base } you would receive { $amount } a month in { $payments } payments a year.
sum-retirement-then = You could retire { $date_on }, aged { $age }, with { $contributed } of contributions: { $percent } of your regulatory base of { $base }, { $amount } a month in { $payments } payments a year.
sum-retirement-late-result = If you retire { $date_on }, aged { $age }, you are due { $percent } of your regulatory base ({ $extra } for putting it off { $delay }): with { $base }, { $amount } a month in { $payments } payments a year.

sum-sick-pay-result = With a base of { $base } you would receive about { $total }: { $parts }.
sum-sick-pay-part = days { $first } to { $last }, { $daily } a day ({ $percent })
sum-sick-pay-part-from = from day { $first }, { $daily } a day ({ $percent })
sum-sick-pay-daily = With a base of { $base } you would receive { $parts }. The first { $days }: about { $month }. Tell me how long it lasts for the total.
sum-sick-pay-part-day = day { $first }, { $daily } ({ $percent })
sum-sick-pay-nothing-common = Nothing is paid for those days: for a common illness or an accident outside work, payment starts on the fourth day of the leave.
sum-sick-pay-nothing-work = No benefit is paid for that day: for an accident at work or an occupational disease, payment starts on the day after the leave begins.
sum-sick-pay-ended = Once the contract ends, a common illness is paid like unemployment: with an average base of { $base }, { $first } a month for the first { $days } ({ $first_percent }) and { $later } after that ({ $later_percent }), up to its maximum.

sum-quota-result = With { $income } net a month you would pay at least { $quota } a month: { $rate } of the minimum base of your band, { $base }.
sum-quota-result-deducted = Of { $before } a month, { $income } is left after { $off } for general expenses: you would pay at least { $quota } a month, { $rate } of the minimum base of your band, { $base }.
sum-quota-flat = With the flat rate you would not pay the { $quota } of your band but the reduced contribution. Until 2025 it was { $flat } a month; please confirm this year's with the Treasury (TGSS).
sum-household-result = With a wage of { $pay } a month, extra payments included, the base is { $base } and the contribution { $total } a month, with the general reductions: the employer pays { $employer } and { $worker } comes off the wage.

sum-widow-result-base = The widow(er)'s pension would be { $percent } of the regulatory base: with { $base }, { $amount } a month in { $payments } payments a year.
sum-widow-result-dependants = In general the widow(er)'s pension is { $general_percent } of the regulatory base: with { $base }, { $general_amount } a month in { $payments } payments a year. With dependent children, a low income and the pension as your main income, { $percent }: { $amount }.
sum-widow-result-pension = If the regulatory base were the same as the pension, { $base }, the widow(er)'s pension would be { $percent }: { $amount } a month in { $payments } payments a year.
sum-orphan-result-base = Each child would receive an orphan's pension of { $percent } of the regulatory base: with { $base }, { $amount } a month in { $payments } payments a year.
sum-orphan-result-pension = If the regulatory base were the same as the pension, { $base }, each child would receive { $percent } as an orphan's pension: { $amount } a month in { $payments } payments a year.
sum-complement-one = For one child it would be { $amount } a month, in { $payments } payments a year.
sum-complement-many = For { $children } children it would be { $amount } a month, { $each } for each, in { $payments } payments a year.
sum-complement-most = For { $children } children it would be { $amount } a month, in { $payments } payments a year: { $each } for each, and up to { $counts } count.
sum-complement-total = { $complement } With the pension of { $pension }, { $total } a month in all.
sum-incapacity-partial = Partial incapacity is a single payment of { $times } months of the base: with { $base }, { $amount }.
sum-incapacity-total = Total incapacity is { $percent } of the regulatory base: with { $base } you would receive { $amount } a month in { $payments } payments a year. From the age of { $age } it may rise.
sum-incapacity-qualified = Total incapacity with the increase by age is { $percent } of the regulatory base: with { $base } you would receive { $amount } a month in { $payments } payments a year.
sum-incapacity-absolute = Absolute incapacity is { $percent } of the regulatory base: with { $base } you would receive { $amount } a month in { $payments } payments a year.
sum-incapacity-severe = Severe disability (gran incapacidad) is { $percent } of the regulatory base plus a supplement for the person who cares for you: with { $base }, { $amount } a month in { $payments } payments a year, plus the supplement, which I have not worked out.

sum-birth-result = You are due { $weeks }: { $once } in a row from the birth ({ $until_until }), { $flexible } until the baby is { $months } old and { $later } until it is { $years } old. { $paid }
sum-birth-weeks = You are due { $weeks }: { $once } in a row from the birth ({ $until_until }), { $flexible } until the baby is { $months } old and { $later } until it is { $years } old.
sum-birth-paid = You would receive { $daily } a day: { $month } in { $days }.
sum-birth-paid-all = That pays { $daily } a day, { $month } in { $days } and { $total } in all.
sum-birth-before = I cannot work it out for births before { $date }: the number of weeks was different.

sum-deadline-working-days = You have { $date_until }: { $count } working days from the day after the notification, not counting Saturdays, Sundays or public holidays.
sum-deadline-months = You have { $date_until }: one month from the notification, or the next working day.
sum-deadline-over-working-days = The time limit of { $count } working days would have ended { $date_on }. Please check your letter or speak to a person as soon as you can.
sum-deadline-over-months = The time limit of one month would have ended { $date_on }. Please check your letter or speak to a person as soon as you can.
sum-deadline-day = { $date }

sum-step-ordinary-age = In { $year }: { $long } with { $needed } of contributions or more; { $age } with less.
sum-step-contributed = Contributions { $date_until }: { $have }.
sum-step-minimum-years = Minimum for the pension: { $needed } of contributions.
sum-step-early-voluntary = By choice: { $months } early at most, with { $needed } of contributions.
sum-step-early-involuntary = Having lost the job: { $months } early at most, with { $needed } of contributions.
sum-step-early-years = Contributions needed to retire early: { $needed }.
sum-step-early-months = You can retire { $months } early at most.
sum-step-early-ahead = From { $date } to { $ordinary }, your ordinary age: { $months }, a month begun counting as a whole one.
sum-step-early-reduction = Reduction for { $months } with { $contributed } of contributions: { $percent }.
sum-step-early-minimum = It must be above the minimum pension at { $age }: { $minimum } a month.
sum-step-pension-percent = Percentage for { $contributed } of contributions: { $percent }.
sum-step-pension-gross = { $base } × { $percent } = { $amount }.
sum-step-pension-highest = Maximum pension: { $highest } a month.
sum-step-pension-highest-cut = The maximum pension, less { $percent }: { $highest } a month.
sum-step-pension-net = { $amount } less { $percent } = { $net }.
sum-step-pension-base = { $monthly } × { $months } / { $divisor } = { $base } of regulatory base.
sum-step-pension-delay = For retiring { $delay } later: { $percent } more.
sum-step-base-day = { $base } / { $days } = { $daily } a day.
sum-step-base-highest = The base of { $base } counts as the highest one: { $highest }.
sum-step-jobs = { $first } + { $other } = { $total }.
sum-step-sick-nobody = Days { $first } to { $last }: no benefit.
sum-step-sick-nobody-day = Day { $first }: no benefit.
sum-step-sick-wage-day = Day { $first }: the employer pays the whole wage.
sum-step-sick-ended-first = From the end of the contract, the first { $days }: { $base } × { $percent } = { $amount } a month.
sum-step-sick-ended-later = After that: { $base } × { $percent } = { $amount } a month.
sum-step-sick-paid = Days { $first } to { $last }: { $percent }, { $daily } a day, { $amount }. { $payer }
sum-step-sick-paid-day = Day { $first }: { $percent }, { $daily }, { $amount } in all. { $payer }
sum-payer-employer = Your employer pays it.
sum-payer-fund = The INSS or the mutual insurance company (mutua) pays it, through your employer.
sum-payer-fund-direct = The INSS or the mutual insurance company (mutua) pays you directly.
sum-payer-mutual = The mutual insurance company (mutua) pays you.
sum-step-quota-deduction = { $before } less { $percent } for general expenses = { $income }.
sum-step-quota-band-reduced = Band { $band } of the reduced table: base from { $lowest } to { $highest }.
sum-step-quota-band-general = Band { $band } of the general table: base from { $lowest } to { $highest }.
sum-step-quota = { $base } × { $rate } = { $quota }.
sum-step-quota-flat = Reduced contribution from 2023 to 2025: { $flat } a month.
sum-step-household-band = Band { $band } of the table: base of { $base }.
sum-step-household-common = Common contingencies: employer { $employer }, worker { $worker }.
sum-step-household-equity = Equity mechanism (MEI): { $employer } and { $worker }.
sum-step-household-accident = Accidents at work: { $percent }, employer.
sum-step-household-unemployment = Unemployment: { $employer } and { $worker }.
sum-step-household-guarantee = FOGASA: { $percent }, employer.
sum-step-household-discounts = Reductions in the employer's part: { $reduction } in common contingencies and { $bonus } in unemployment and FOGASA.
sum-step-widow = { $base } × { $percent } = { $amount }.
sum-step-complement = { $counts } × { $each } = { $amount }.
sum-step-complement-most = At most { $most } children count.
sum-step-incapacity = { $base } × { $percent } = { $amount }.
sum-step-incapacity-partial = { $base } × { $times } = { $amount }.
sum-step-birth-weeks = { $weeks }: { $once } compulsory { $until_until }; { $flexible } { $flexible_until_until } ({ $months }); { $later } { $later_until_until } ({ $years }).
sum-step-birth-pay = { $base } / { $days } × { $percent } = { $daily } a day.
sum-step-deadline-working-days = { $count } working days: { $date_until }.
sum-step-deadline-months = { $count } month: { $date_until }.
sum-step-deadline-skipped = Public holidays that do not count: { $days }.

sum-assumed-working = I have assumed that you go on paying contributions until then.
sum-assumed-abroad = I have added { $abroad } from other countries: if they are in the European Union or have an agreement with Spain, they count for the age and the years, but Spain only pays the part for contributions paid here.
sum-assumed-voluntary = I have assumed that you retire by choice.
sum-assumed-earliest = I have taken the first possible day: { $date }.
sum-assumed-day = As I do not know the day, I have taken the first of that month: { $date }.
sum-assumed-ordinary-age = I have assumed that you retire at your ordinary age.
sum-assumed-employee = I have assumed that you are an employee.
sum-assumed-birth-today = I have worked it out as if the baby were born today, with this year's rules and figures: to know how long the leave lasts and until when, tell me the day of the birth.
sum-assumed-wage = I have taken your wage as the base: the one on the payslip is usually a little higher, because it includes the share of the extra payments.
sum-assumed-jobs = I have added the bases of your two jobs: { $first } and { $other }, { $total } a month in all. They are added only if you are an employee in both.
sum-assumed-activities = I have added what you earn from your two activities: { $first } and { $other }, { $total } a month in all.
sum-assumed-payments = I have spread { $payments } payments of { $amount } over the twelve months of the year: { $month } a month.
sum-assumed-household-base = I have taken the base of the band for your wage, { $base }.
sum-assumed-flat-base = With the flat rate, sick pay is worked out on the minimum base, { $base }, whatever you earn.
sum-assumed-two-parents = I have counted on two parents: for one alone, it is more weeks.
sum-assumed-base = I have taken that amount as your regulatory base, an average of many years: with the base of a single month the sum changes.
sum-assumed-average-base = I have taken that amount as the regulatory base, an average of several years: with a wage or the base of a single month the sum changes.
sum-assumed-incapacity-base = That regulatory base comes from paying on { $monthly } a month for the last { $months }, for a common illness. It may be lower if, adding the years left until you could retire, you do not reach 100% of the pension.
sum-assumed-this-year = I have counted only that time, with this year's scale. Tell me your date of birth and I will add what is left until your ordinary age, with the scale of that time.
sum-assumed-month = I have counted { $days }.
sum-assumed-deducted = I have assumed that expenses and the deduction for general expenses ({ $general }, or { $company } for companies) are already off.
sum-assumed-permanent = I have assumed that the contract is permanent.
sum-assumed-widow-general = I have taken the general percentage: there are higher ones from 65 or with dependent children, on a low income.
sum-assumed-complement = Mothers with a contributory pension can claim it; fathers have to meet more conditions.
sum-assumed-severe = I have taken the percentage of the absolute degree: if yours is a total one with the help of another person, it is lower.

sum-limit-recent-years = Two of the years of contributions must also be within the last fifteen.
sum-limit-special-ages = I leave out the lower ages of some professions and of disability.
sum-limit-early-minimum = To retire early, the pension must be above the minimum you would have at 65.
sum-limit-early-military = Compulsory military or social service adds up to a year towards the years needed.
sum-limit-early-life = The reduction is for life.
sum-limit-early-involuntary = You need a dismissal or another cause in the law, and six months as a jobseeker; it is not for the self-employed.
sum-limit-early-subsidy = If you have had the unemployment allowance (subsidio) for at least three months, the reduction may be smaller.
sum-limit-early-family = Depending on your family, the pension would have to be above { $minimum } a month; otherwise you could not retire early.
sum-limit-early-capped = For pensions above the highest one there are transitional rules that may give you somewhat more.
sum-limit-pension-base = The INSS updates old bases with inflation and compares two ways to work out the base; it applies the better one.
sum-limit-pension-minimum = Depending on your family and income, you could have a supplement up to { $minimum } a month.
sum-limit-delay-half = With a delay of more than a year and a half but less than two, ask the INSS whether it adds anything.
sum-limit-delay-forms = You may also choose a lump sum or a combination.
sum-limit-delay-highest = What the delay adds above the maximum pension is paid separately, up to a limit.
sum-limit-sick-contributed = For a common illness you need { $days } of contributions in the last five years.
sum-limit-sick-work-base = It is worked out on the base for accidents at work; overtime is averaged separately.
sum-limit-sick-self-employed = Your contributions must be paid up.
sum-limit-sick-agreement = The collective agreement or the employer may improve it, the first days too.
sum-limit-sick-part-time = Part-time or seasonal (fijo discontinuo), the base comes from the last three months.
sum-limit-sick-extended = After { $days } the INSS decides whether the leave is extended.
sum-limit-sick-ended = The average of your contribution bases of the last 180 days counts. The highest and the lowest amount depend on your dependent children, and I have not worked them out.
sum-limit-quota-yearly = It is reviewed the year after with what you declare to the Tax Agency.
sum-limit-quota-company = With a company the minimum base may be higher: I have not worked it out.
sum-limit-household-hours = The base cannot be lower than that of the minimum wage for the hours agreed.
sum-limit-household-more = For a large family or on a low income the reductions may be bigger.
sum-limit-widow-pension = The widow(er)'s pension is worked out on the regulatory base, which may differ from the pension.
sum-limit-widow-general = At 65 or over without another pension, or with dependent children and a low income, the percentage is higher.
sum-limit-widow-older = You must be 65, have no other pension or job, and have an income below a limit.
sum-limit-widow-minimum = Depending on your age, family and income, you could have a minimum pension supplement.
sum-limit-orphan-together = The widow(er)'s and orphan's pensions together do not, as a rule, exceed the regulatory base: with many children, each may receive less.
sum-limit-orphan-alone = If nobody receives the widow(er)'s pension, the orphan's pension is sometimes higher.
sum-limit-orphan-minimum = With a low income it could be topped up to the minimum orphan's pension.
sum-limit-complement-one = Only one of the two parents is paid it.
sum-limit-incapacity-minimum = Depending on your age, family and income, you could have a minimum pension supplement.
sum-limit-incapacity-work = If it comes from an accident at work or an occupational disease, there are 12 payments and the base is worked out in another way.
sum-limit-incapacity-late = If it is granted at 67 or later because the retirement pension is out of reach, the percentage is that of the minimum years for retirement.
sum-limit-incapacity-partial = The base is the one that was used for the sick leave.
sum-limit-birth-more = There is more time for multiple births, disability or a baby in hospital.
sum-limit-birth-besides = There is more time for disability or a baby in hospital.
sum-limit-birth-contributed = From the age of 21 some contributions are needed.
sum-limit-birth-base = The base is that of the month before the one before the birth; it is another sum for the self-employed and for part-time work.
sum-limit-deadline-regional = I have counted only the public holidays of all Spain: regional and local ones may give you a day more.
sum-limit-deadline-local = Local holidays may give you a day more.
sum-limit-deadline-court = In court, August and 24 December to 6 January usually do not count: you might have longer, but ask before you wait.
sum-limit-deadline-letter = This is only a guide: what counts is the time limit in your letter.
sum-assumed-decision = I have taken it that the letter is a decision of the INSS, which is answered with a prior administrative claim (reclamación previa). If it only asks for your written comments (alegaciones), the term is shorter: the one in the letter. If it is a medical discharge (alta médica), the time to claim ends sooner: { $discharge_on }.
