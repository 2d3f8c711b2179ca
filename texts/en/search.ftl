### Search.

search-found =
    For “{ $text }” there { $programmes ->
        [0] { $vacancies ->
            [one] is <b>1 vacancy</b>:
           *[other] are <b>{ $vacancies } vacancies</b>:
        }
       *[other] { $vacancies ->
            [0] { $programmes ->
                [one] is <b>1 course</b>:
               *[other] are <b>{ $programmes } courses</b>:
            }
           *[other] are courses (<b>{ $programmes }</b>) and vacancies (<b>{ $vacancies }</b>):
        }
    }
search-nothing =
    There is no course or vacancy for that here yet.

    Try a single word, such as <i>welding</i>, <i>sewing</i> or <i>computer</i>, or look at the lists.
