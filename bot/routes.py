"""Every handler, in order, on one page.

Group -3 answers groups and ends what is in no private chat, group -2 finds out who it is. Group -1
asks for the date of a card, group 0 is the welcome, group 1 a broadcast being written, group 2 a
registration under way, group 3 documents: they take what is theirs and stop it there. Group 4 is
everything else; its last lines catch what is left, so that nobody is met with silence.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast

from telegram import BotCommand, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, TypeHandler, filters

from bot.callbacks import Press
from bot.context import App, Turn
from bot.conversations import ak1, broadcast, documents, registration, welcome
from bot.conversations.broadcast_buttons import PRESSES as WRITING
from bot.errors import tell_error
from bot.handlers import (
    alerts,
    attendance,
    broadcast_approvals,
    broadcast_presses,
    broadcast_reports,
    broadcasts,
    cards,
    certificate_desk,
    certificates,
    courses,
    document_desk,
    groups,
    menu,
    my_data,
    other,
    outcomes,
    schedule,
    seats,
    settings,
    staff,
    vacancies,
    words,
)
from bot.handlers import documents as my_documents
from bot.handlers.broadcast_approvals import for_approvers
from bot.handlers.meet import meet
from bot.persistence import Reader
from bot.presses import attendance as to_attendance
from bot.presses import broadcasts as to_broadcasts
from bot.presses import cards as to_cards
from bot.presses import certificates as to_certificates
from bot.presses import courses as to_courses
from bot.presses import document_desk as to_desk
from bot.presses import documents as to_documents
from bot.presses import menu as to_menu
from bot.presses import outcomes as to_outcomes
from bot.presses import schedule as to_schedule
from bot.presses import seats as to_seats
from bot.presses import settings as to_settings
from bot.presses import staff as to_staff
from bot.presses import vacancies as to_vacancies
from bot.rights import for_staff
from texts import LANGUAGES, speaker

PRIVATE = filters.ChatType.PRIVATE

CONVERSATIONS: dict[str, Reader] = {
    ak1.NAME: ak1.read_states,
    welcome.NAME: welcome.read_states,
    broadcast.NAME: broadcast.read_states,
    registration.NAME: registration.read_states,
    documents.NAME: documents.read_states,
}

COMMANDS: dict[str, tuple[Sequence[str], Any]] = {
    # The name in the command menu, the other names it goes by, and who answers it.
    "menu": (["start"], menu.start),
    "pelatihan": (["kursus", "courses"], courses.open_streams),
    "lowongan": (["loker", "vacancies"], vacancies.open_vacancies),
    "jadwal": (["schedule"], schedule.open_schedule),
    "pengaturan": (["settings"], settings.open_settings),
    "batal": (["cancel"], other.nothing_to_cancel),
    "bantuan": (["help"], settings.open_help),
}

STAFF_COMMANDS: dict[str, tuple[Sequence[str], Any]] = {
    # In the menu of those alone to whom it is of use; to others it is like any unknown one.
    "staf": (["staff"], for_staff(staff.open_staff)),
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
    to_outcomes.TellOutcome: outcomes.tell,
    # one's own data
    to_settings.OpenMyData: my_data.open_my_data,
    to_settings.SendMyData: my_data.send_my_data,
    to_settings.AskErase: my_data.ask_erase,
    to_settings.Erase: my_data.erase_me,
    # broadcasts, as people get them
    to_broadcasts.BroadcastPress: broadcast_presses.open_button,
    # the staff's desk
    to_staff.OpenStaff: for_staff(staff.open_staff),
    to_staff.ListUntold: for_staff(staff.open_untold),
    to_desk.OpenApplicantPapers: for_staff(document_desk.open_papers),
    to_desk.OpenApplicantPaper: for_staff(document_desk.open_paper),
    to_desk.ShowApplicantDocument: for_staff(document_desk.show_document),
    to_desk.AskPaperAgain: for_staff(document_desk.ask_again),
    to_desk.RequestPaper: for_staff(document_desk.request),
    to_attendance.ListAttendanceClasses: for_staff(attendance.list_classes),
    to_attendance.ListMeetings: for_staff(attendance.list_meetings),
    to_attendance.OpenRoll: for_staff(attendance.open_roll),
    to_attendance.OpenRecord: for_staff(attendance.open_record),
    to_attendance.MarkAttendance: for_staff(attendance.mark_one),
    to_attendance.AskExcuse: for_staff(attendance.ask_excuse),
    to_attendance.TakeLate: for_staff(attendance.take_late),
    to_certificates.ListCertificateClasses: for_staff(certificate_desk.list_classes),
    to_certificates.ListCertificates: for_staff(certificate_desk.list_all),
    to_certificates.OpenCertificate: for_staff(certificate_desk.open_one),
    to_certificates.AskCertificate: for_staff(certificate_desk.ask),
    to_certificates.DecideCertificate: for_staff(certificate_desk.decide_one),
    to_broadcasts.ListBroadcasts: for_staff(broadcasts.list_all),
    to_broadcasts.OpenBroadcast: broadcasts.told(broadcasts.open_one),
    to_broadcasts.MoreOfBroadcast: broadcasts.told(broadcasts.open_more),
    to_broadcasts.PreviewBroadcast: broadcasts.told(broadcasts.show_message),
    to_broadcasts.PauseBroadcast: broadcasts.told(broadcasts.pause),
    to_broadcasts.ResumeBroadcast: broadcasts.told(broadcasts.resume),
    to_broadcasts.AskCancelBroadcast: broadcasts.told(broadcasts.ask_cancel),
    to_broadcasts.CancelBroadcast: broadcasts.told(broadcasts.cancel),
    to_broadcasts.AskRecall: broadcasts.told(broadcasts.ask_recall),
    to_broadcasts.RecallBroadcast: broadcasts.told(broadcasts.recall),
    to_broadcasts.SettleUncertain: broadcasts.told(broadcasts.settle_uncertain),
    to_broadcasts.SendReport: broadcasts.told(broadcast_reports.send_report),
    to_broadcasts.ApproveBroadcast: broadcasts.told(for_approvers(broadcast_approvals.approve)),
    to_broadcasts.AskRefuse: broadcasts.told(for_approvers(broadcast_approvals.ask_refuse)),
    to_broadcasts.RefuseBroadcast: broadcasts.told(for_approvers(broadcast_approvals.refuse)),
    **dict.fromkeys(WRITING, other.answered_already),
}


def add_routes(application: App) -> None:
    application.add_handler(TypeHandler(Update, groups.stay_private), group=-3)
    application.add_handler(TypeHandler(Update, meet), group=-2)
    application.add_handler(ak1.conversation(), group=-1)
    application.add_handler(welcome.conversation(), group=0)
    application.add_handler(broadcast.conversation(), group=1)
    application.add_handler(registration.conversation(), group=2)
    application.add_handler(documents.conversation(), group=3)
    for handler in _routes():
        application.add_handler(handler, group=4)
    application.add_error_handler(tell_error)


def _routes() -> list[Any]:
    commands = {**COMMANDS, **STAFF_COMMANDS}
    return [
        *(CommandHandler([name, *others], f, PRIVATE) for name, (others, f) in commands.items()),
        CallbackQueryHandler(press, pattern=cast(Callable[[object], bool], _known)),
        CallbackQueryHandler(other.unknown_button),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, other.edited),
        MessageHandler(filters.FORWARDED, other.not_words),
        MessageHandler(filters.COMMAND, other.mistyped_command),
        MessageHandler(filters.TEXT, words.understand),
        MessageHandler(filters.ALL & ~filters.StatusUpdate.ALL, other.not_words),
    ]


async def press(update: Update, turn: Turn) -> None:
    """One look-up for all buttons, instead of trying each route in turn."""
    await PRESSES[type(turn.pressed(Press))](update, turn)


def _known(data: object) -> Press | None:
    kind = Press.kinds.get(str(data).partition(":")[0])
    return kind.parse(data) if kind in PRESSES else None


async def introduce(application: App) -> None:
    """Tell Telegram the command menu, in each language."""
    for language in LANGUAGES:
        t = speaker(language)
        commands = [BotCommand(name, t.plain(f"command-{name}")) for name in COMMANDS]
        code = None if language == LANGUAGES[0] else language
        await application.bot.set_my_commands(commands, language_code=code)
