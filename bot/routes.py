"""Every handler, in order, on one page.

Group -4 answers groups and ends what is in no private chat, group -3 finds out who it is. Group -2
asks for the date of a card, group -1 for what brings somebody to another phone, group 0 is the
welcome, group 1 a broadcast being written, group 2 a registration under way, group 3 a selection
at the staff's desk, group 4 a reason that staff are asked for, group 5 a school's group of pupils,
group 6 documents: they take what is theirs and stop it there. Group 7 is everything else; its last
lines catch what is left, so that nobody is met with silence. What the staff's desk answers has a
page of its own: `bot.desk_routes`.
"""

from collections.abc import Callable
from typing import Any, cast

from telegram import BotCommand, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, TypeHandler, filters

from bot.callbacks import Press, read
from bot.commands import COMMANDS, STAFF_COMMANDS
from bot.context import App, Turn
from bot.conversations import (
    ak1,
    broadcast,
    documents,
    reasons,
    registration,
    schools,
    selection,
    welcome,
)
from bot.conversations import phones as changing_phones
from bot.conversations.broadcast_buttons import PRESSES as WRITING
from bot.conversations.reasons import PRESSES as WHY
from bot.conversations.selection_moves import PRESSES as ASKING
from bot.desk_routes import DESK_PRESSES
from bot.document_files import SPREADSHEETS
from bot.errors import tell_error
from bot.handlers import (
    alerts,
    beds,
    broadcast_presses,
    cards,
    cautions,
    certificates,
    courses,
    groups,
    menu,
    my_data,
    other,
    outcomes,
    people,
    phones,
    placements,
    promises,
    schedule,
    seats,
    settings,
    spreadsheets,
    staff,
    stages,
    tracks,
    vacancies,
    words,
)
from bot.handlers import documents as my_documents
from bot.handlers import schools as school_desk
from bot.handlers.meet import meet
from bot.persistence import Reader
from bot.presses import beds as to_beds
from bot.presses import broadcasts as to_broadcasts
from bot.presses import cards as to_cards
from bot.presses import courses as to_courses
from bot.presses import documents as to_documents
from bot.presses import menu as to_menu
from bot.presses import outcomes as to_outcomes
from bot.presses import people as to_people
from bot.presses import phones as to_phones
from bot.presses import promises as to_promises
from bot.presses import schedule as to_schedule
from bot.presses import schools as to_schools
from bot.presses import seats as to_seats
from bot.presses import settings as to_settings
from bot.presses import stages as to_stages
from bot.presses import tracks as to_tracks
from bot.presses import vacancies as to_vacancies
from bot.rights import for_staff
from bot.school_rights import for_schools
from texts import LANGUAGES, speaker

PRIVATE = filters.ChatType.PRIVATE
HAS_WORDS = filters.TEXT | filters.CAPTION

CONVERSATIONS: dict[str, Reader] = {
    ak1.NAME: ak1.read_states,
    changing_phones.NAME: changing_phones.read_states,
    welcome.NAME: welcome.read_states,
    broadcast.NAME: broadcast.read_states,
    registration.NAME: registration.read_states,
    selection.NAME: selection.read_states,
    reasons.NAME: reasons.read_states,
    schools.NAME: schools.read_states,
    documents.NAME: documents.read_states,
}

ANSWERS: dict[str, Any] = {
    # Who answers a command. What else it goes by is in `bot.commands`.
    "menu": menu.start,
    "pelatihan": courses.open_streams,
    "lowongan": vacancies.open_vacancies,
    "jadwal": schedule.open_schedule,
    "pengaturan": settings.open_settings,
    "batal": other.nothing_to_cancel,
    "bantuan": settings.open_help,
    "staf": for_staff(staff.open_staff),
    "sekolah": for_schools(school_desk.open_groups),
}

PRESSES: dict[type[Press], Any] = {
    to_menu.OpenMenu: menu.open_menu,
    to_menu.OpenHelp: settings.open_help,
    # courses
    to_courses.OpenStreams: courses.open_streams,
    to_courses.ListOpenClasses: courses.list_open_classes,
    to_courses.ListClusters: courses.list_streams,
    to_courses.OpenCluster: courses.open_cluster,
    to_courses.ListProviders: courses.list_givers,
    to_courses.OpenProvider: courses.open_provider,
    to_courses.OpenProgramme: courses.open_programme,
    to_courses.ListClasses: courses.list_classes,
    to_courses.OpenClass: courses.open_class,
    to_courses.ShowRules: courses.show_rules,
    to_courses.ShowSteps: courses.show_steps,
    to_courses.ShowPlace: courses.show_place,
    to_courses.ShareProgramme: courses.share_programme,
    to_courses.TellMe: courses.tell_me,
    to_courses.OpenReferral: courses.open_referral,
    # tracks abroad
    to_tracks.OpenTrack: tracks.open_track,
    to_tracks.FollowTrack: tracks.follow,
    to_tracks.OpenTrackItem: tracks.open_item,
    to_tracks.TellItem: tracks.tell,
    to_tracks.ChooseHolder: tracks.choose_holder,
    to_tracks.AskHolder: tracks.ask_holder,
    to_tracks.NameHolder: tracks.name,
    to_tracks.OpenWishes: tracks.open_wishes,
    to_tracks.SetWishes: tracks.set_wishes,
    to_tracks.ShowCautions: cautions.open_cautions,
    to_tracks.CheckOffer: cautions.how_to_check,
    # schedule
    to_schedule.OpenSchedule: schedule.open_schedule,
    to_schedule.TurnSchedule: schedule.turn_schedule,
    to_schedule.OpenScheduleBelow: schedule.open_schedule_below,
    to_schedule.OpenApplication: schedule.open_application,
    to_schedule.AskWithdraw: schedule.ask_withdraw,
    to_schedule.WithdrawApplication: schedule.withdraw_application,
    to_schedule.SendCalendar: schedule.send_calendar,
    # seats
    to_seats.ConfirmSeat: seats.confirm_seat,
    to_seats.AskDecline: seats.ask_decline,
    to_seats.DeclineSeat: seats.decline_seat,
    to_seats.ShowStanding: seats.show_standing,
    to_seats.ShowChances: seats.show_chances,
    to_beds.OpenBed: beds.open_bed,
    to_beds.AskBed: beds.ask,
    to_beds.AskNoBed: beds.ask_give_back,
    to_beds.NeedNoBed: beds.need_none,
    to_stages.ShowTimeline: stages.show_timeline,
    # documents
    to_documents.OpenDocuments: my_documents.open_documents,
    to_documents.OpenPaper: my_documents.open_paper,
    to_documents.ShowDocument: my_documents.show_document,
    to_documents.AskTakeBack: my_documents.ask_take_back,
    to_documents.TakeBack: my_documents.take_it_back,
    # the participant card, and what its holder has been given
    to_cards.ShowCard: cards.show_card,
    to_cards.AskRenewCard: cards.ask_renew,
    to_cards.RenewCard: cards.renew,
    to_cards.ShowCertificates: certificates.show_certificates,
    # a pupil's own placement
    to_schools.ConnectPupil: placements.connect_phone,
    to_schools.OpenPlacement: placements.open_placement,
    to_schools.GuardianAgrees: placements.agree,
    # vacancies
    to_vacancies.OpenVacancies: vacancies.open_vacancies,
    to_vacancies.ListVacancies: vacancies.list_some,
    to_vacancies.ListVacancyStreams: vacancies.list_streams,
    to_vacancies.OpenVacancy: vacancies.open_vacancy,
    to_vacancies.MarkVacancy: vacancies.mark,
    # vacancy alerts
    to_vacancies.OpenAlerts: alerts.open_alerts,
    to_vacancies.SwitchAlerts: alerts.switch,
    to_vacancies.ChooseStreams: alerts.choose_streams,
    to_vacancies.ToggleStream: alerts.choose_stream,
    to_vacancies.ChooseRegions: alerts.choose_regions,
    to_vacancies.ToggleRegion: alerts.choose_region,
    to_vacancies.ToggleAbroad: alerts.abroad,
    # settings
    to_settings.OpenSettings: settings.open_settings,
    to_settings.OpenReminderSettings: settings.open_reminders,
    to_settings.ChooseLanguage: settings.choose_language,
    to_settings.SetEvening: settings.set_evening,
    to_settings.SetHoursBefore: settings.set_hours_before,
    to_settings.MuteReminders: settings.mute_reminders,
    to_settings.OpenQuietHours: settings.open_quiet,
    to_settings.SetQuietHours: settings.set_quiet,
    to_settings.OpenDomicile: settings.open_domicile,
    to_settings.SetDomicile: settings.set_domicile,
    to_settings.OpenInterests: settings.open_interests,
    to_settings.ToggleInterest: settings.toggle_interest,
    to_settings.OpenNews: settings.open_news,
    to_settings.OpenNewsBelow: settings.open_news_below,
    to_settings.MuteBroadcasts: settings.mute_broadcasts,
    # what has become of graduates
    to_promises.ShowPromise: promises.show_mine,
    to_promises.AnswerPlacement: promises.answer,
    to_outcomes.TellOutcome: outcomes.tell,
    # one's own data
    to_settings.OpenMyData: my_data.open_my_data,
    to_settings.SendMyData: my_data.send_my_data,
    to_settings.AskErase: my_data.ask_erase,
    to_settings.Erase: my_data.erase_me,
    # those who share a phone
    to_people.ListPeople: people.list_people,
    to_people.OpenPerson: people.open_person,
    to_people.AskErasePerson: people.ask_erase,
    to_people.ErasePerson: people.erase,
    to_people.WishInvitations: people.wish_invitations,
    # another phone
    to_phones.AskPhone: phones.ask_again,
    to_phones.WithdrawPhone: phones.withdraw,
    to_phones.NotMe: phones.not_me,
    to_phones.UsePhoneLink: phones.use,
    # broadcasts, as people get them
    to_broadcasts.BroadcastPress: broadcast_presses.open_button,
    **DESK_PRESSES,
    **dict.fromkeys((*WRITING, *ASKING, *WHY), other.answered_already),
}


def add_routes(application: App) -> None:
    application.add_handler(TypeHandler(Update, groups.stay_private), group=-4)
    application.add_handler(TypeHandler(Update, meet), group=-3)
    application.add_handler(ak1.conversation(), group=-2)
    application.add_handler(changing_phones.conversation(), group=-1)
    application.add_handler(welcome.conversation(), group=0)
    application.add_handler(broadcast.conversation(), group=1)
    application.add_handler(registration.conversation(), group=2)
    application.add_handler(selection.conversation(), group=3)
    application.add_handler(reasons.conversation(), group=4)
    application.add_handler(schools.conversation(), group=5)
    application.add_handler(documents.conversation(), group=6)
    for handler in _routes():
        application.add_handler(handler, group=7)
    application.add_error_handler(tell_error)


def _routes() -> list[Any]:
    commands = {**COMMANDS, **STAFF_COMMANDS}
    return [
        *(CommandHandler([name, *commands[name]], f, PRIVATE) for name, f in ANSWERS.items()),
        CallbackQueryHandler(press, pattern=cast(Callable[[object], bool], _known)),
        CallbackQueryHandler(other.unknown_button),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, other.edited),
        MessageHandler(filters.FORWARDED & HAS_WORDS, cautions.check_forwarded),
        MessageHandler(filters.FORWARDED, other.not_words),
        MessageHandler(filters.COMMAND, other.mistyped_command),
        MessageHandler(filters.TEXT, words.understand),
        MessageHandler(SPREADSHEETS, spreadsheets.unasked),
        MessageHandler(filters.ALL & ~filters.StatusUpdate.ALL, other.not_words),
    ]


async def press(update: Update, turn: Turn) -> None:
    """One look-up for all buttons, instead of trying each route in turn."""
    await PRESSES[type(turn.pressed(Press))](update, turn)


def _known(data: object) -> Press | None:
    press = read(data)
    return press if type(press) in PRESSES else None


async def introduce(application: App) -> None:
    """Tell Telegram the command menu, in each language."""
    for language in LANGUAGES:
        t = speaker(language)
        commands = [BotCommand(name, t.plain(f"command-{name}")) for name in COMMANDS]
        code = None if language == LANGUAGES[0] else language
        await application.bot.set_my_commands(commands, language_code=code)
