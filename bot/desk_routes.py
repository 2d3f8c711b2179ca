"""Every button of the staff's desk, on one page: a part of `bot.routes.PRESSES`.

Each asks anew who is staff; to everybody else it is a button like any unknown one.
"""

from typing import Any

from bot.callbacks import Press
from bot.handlers import (
    attendance,
    beds,
    broadcast_approvals,
    broadcast_reports,
    broadcasts,
    certificate_desk,
    document_desk,
    phone_desk,
    promise_desk,
    selection_moves,
    staff,
    stages,
    track_desk,
)
from bot.handlers import schools as school_desk
from bot.handlers import selection as selection_desk
from bot.handlers.broadcast_approvals import for_approvers
from bot.presses import attendance as to_attendance
from bot.presses import beds as to_beds
from bot.presses import broadcasts as to_broadcasts
from bot.presses import certificates as to_certificates
from bot.presses import document_desk as to_desk
from bot.presses import phones as to_phones
from bot.presses import promises as to_promises
from bot.presses import schools as to_schools
from bot.presses import selection as to_selection
from bot.presses import staff as to_staff
from bot.presses import stages as to_stages
from bot.presses import track_desk as to_track_desk
from bot.rights import for_staff
from bot.school_rights import for_schools

DESK_PRESSES: dict[type[Press], Any] = {
    to_staff.OpenStaff: for_staff(staff.open_staff),
    to_staff.OpenStaffMore: for_staff(staff.open_more),
    to_staff.ListUntold: for_staff(staff.open_untold),
    to_selection.ListSelectionClasses: for_staff(selection_desk.list_classes),
    to_selection.OpenSelection: for_staff(selection_desk.open_class),
    to_selection.ListApplicants: for_staff(selection_desk.list_people),
    to_selection.ListGaps: for_staff(selection_desk.list_gaps),
    to_selection.ListLacking: for_staff(selection_desk.list_lacking),
    to_selection.OpenApplicant: for_staff(selection_desk.open_person),
    to_selection.NoteAbsence: for_staff(selection_desk.note_absence),
    to_selection.ConfirmForThem: for_staff(selection_desk.confirm),
    to_selection.LetGoBecause: for_staff(selection_desk.let_go),
    to_selection.DrawList: for_staff(selection_desk.draw),
    to_selection.ShowList: for_staff(selection_desk.open_list),
    to_selection.AnnounceResults: for_staff(selection_desk.announce),
    to_selection.TakeBackResults: for_staff(selection_desk.take_back),
    to_selection.ListMoves: for_staff(selection_moves.list_moves),
    to_selection.ListWaitingMoves: for_staff(selection_moves.list_waiting),
    to_selection.OpenMove: for_staff(selection_moves.open_move),
    to_selection.ApproveMove: for_staff(selection_moves.approve),
    to_selection.AskRefuseMove: for_staff(selection_moves.ask_refuse),
    to_selection.RefuseMove: for_staff(selection_moves.refuse),
    to_stages.ListWaves: for_staff(stages.list_waves),
    to_stages.OpenWave: for_staff(stages.open_wave),
    to_stages.AdvanceBecause: for_staff(stages.advance_wave),
    to_beds.ListBeds: for_staff(beds.list_beds),
    to_beds.OpenBedOf: for_staff(beds.open_one),
    to_beds.MoveBed: for_staff(beds.move),
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
    to_promises.ListPromisedClasses: for_staff(promise_desk.list_classes),
    to_promises.ListPlacements: for_staff(promise_desk.list_all),
    to_promises.OpenGraduate: for_staff(promise_desk.open_one),
    to_promises.AskPlacement: for_staff(promise_desk.ask),
    to_promises.SetPlacement: for_staff(promise_desk.set_one),
    to_phones.ApproveTakeover: for_staff(phone_desk.approve),
    to_phones.AskRefuseTakeover: for_staff(phone_desk.ask_refuse),
    to_phones.RefuseTakeover: for_staff(phone_desk.refuse),
    to_phones.MakePhoneLink: for_staff(phone_desk.send_link),
    to_track_desk.ListTracks: for_staff(track_desk.list_all),
    to_track_desk.OpenTrackDesk: for_staff(track_desk.open_one),
    to_track_desk.ListInterested: for_staff(track_desk.list_interested),
    to_track_desk.OpenFollower: for_staff(track_desk.open_follower),
    to_track_desk.OpenFollowerItem: for_staff(track_desk.open_item),
    to_track_desk.ConfirmItem: for_staff(track_desk.confirm),
    to_track_desk.AskUnconfirm: for_staff(track_desk.ask_unconfirm),
    to_track_desk.UnconfirmItem: for_staff(track_desk.unconfirm),
    to_schools.OpenGroups: for_schools(school_desk.open_groups),
    to_schools.OpenGroup: for_schools(school_desk.open_group),
    to_schools.ListPupils: for_schools(school_desk.list_pupils),
    to_schools.OpenPupil: for_schools(school_desk.open_pupil),
    to_schools.WithdrawPupil: for_schools(school_desk.withdraw),
    to_schools.SendCodes: for_schools(school_desk.send_codes),
    to_schools.AcceptGroup: for_schools(school_desk.accept_one),
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
}
