### News of graduates: the question and its answers.

outcomes-ask =
    🎓 It is <b>{ $months ->
        [one] one month
       *[other] { $months } months
    }</b> since the training <b>{ $programme }</b> ended. How { $name ->
        [none] are you
       *[other] is { $name }
    } doing now?

    We ask so that training fits the work there is. Only numbers are shown, no names.
outcomes-employed = In work
outcomes-self-employed = Own business
outcomes-studying = Studying again
outcomes-not-yet = Not yet
outcomes-told =
    🎓 Thank you. Your answer, { $months ->
        [one] one month
       *[other] { $months } months
    } after { $programme }: <b>{ $answer ->
        [employed] in work
        [self_employed] own business
        [studying] studying again
       *[not_yet] not in work yet
    }</b>.

    { $answer ->
        [not_yet] Something among the vacancies or other courses may fit.
       *[other] All the best.
    } If that is wrong, press another answer.
outcomes-vacancies = See vacancies
outcomes-courses = See courses

error-unknown-outcome = That answer is not among the choices. Press one of the buttons below the question.
