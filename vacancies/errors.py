"""What can go wrong with vacancies, by name; the words for it are the faces' affair."""


class VacancyError(Exception):
    """The root of all errors of this room."""


class BadFeed(VacancyError):
    """What was read is no feed of job postings; the text says why, in English, for staff."""


class FeedUnreachable(VacancyError):
    """A feed could not be fetched; the text says why, and never shows a password in an address."""


class UnknownVacancy(VacancyError):
    """No vacancy has this id."""


class UnknownPartner(VacancyError):
    """No partner has this slug."""


class UnknownFeed(VacancyError):
    """No feed is read from this location."""


class FeedExists(VacancyError):
    """This location is read already; one location belongs to one partner."""
