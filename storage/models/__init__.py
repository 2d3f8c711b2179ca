"""All tables, one noun a file. Importing this package fills `Base.metadata`."""

from storage.models.accounts import Account, StreamInterest
from storage.models.applicants import Applicant
from storage.models.applications import Application, ApplicationChange, NumberSeries
from storage.models.attendance import Attendance, AttendanceChange
from storage.models.batches import Batch
from storage.models.beds import Bed, BedChange, BedRequest
from storage.models.broadcasts import (
    Broadcast,
    BroadcastChange,
    BroadcastJob,
    BroadcastPress,
)
from storage.models.cards import Card
from storage.models.certificates import Certificate, CertificateChange
from storage.models.classes import CourseClass, Meeting
from storage.models.documents import (
    DiscardedFile,
    Document,
    DocumentOpening,
    DocumentQuestion,
    DocumentRemoval,
)
from storage.models.drafts import Draft
from storage.models.eligibility import ApplicationVerdict, EligibilityCheck, RuleVersion
from storage.models.feeds import Feed
from storage.models.guardians import GuardianConsent
from storage.models.installation import Installation
from storage.models.interests import ProgrammeInterest
from storage.models.notices import Notice
from storage.models.outcomes import Outcome
from storage.models.partners import Branch, Mou, Partner
from storage.models.programmes import Cluster, EligibilityRule, Programme
from storage.models.promises import Placement, PlacementChange, PlacementPromise
from storage.models.providers import Dormitory, Place, Provider
from storage.models.reasons import ReasonQuestion
from storage.models.referrals import Referral
from storage.models.schools import (
    Pupil,
    School,
    SchoolChange,
    SchoolGroup,
    SchoolInvitation,
    SchoolPlace,
    SchoolQuestion,
    SchoolSender,
)
from storage.models.seats import Offer, Seat
from storage.models.selection import (
    Assessment,
    AssessmentChange,
    Ranking,
    RankingChange,
    RankingLine,
    RankOverride,
    SelectionQuestion,
)
from storage.models.sources import Source
from storage.models.staff import StaffInvitation, StaffRole
from storage.models.subscriptions import RegionSubscription, StreamSubscription, Subscription
from storage.models.takeovers import Takeover, TakeoverChange
from storage.models.tracks import (
    Caution,
    Track,
    TrackChange,
    TrackFollow,
    TrackItem,
    TrackMark,
)
from storage.models.vacancies import Vacancy, VacancyMark, VacancyStream
from storage.models.waves import StageMove, Wave, WaveStage

__all__ = [
    "Account",
    "Applicant",
    "Application",
    "ApplicationChange",
    "ApplicationVerdict",
    "Assessment",
    "AssessmentChange",
    "Attendance",
    "AttendanceChange",
    "Batch",
    "Bed",
    "BedChange",
    "BedRequest",
    "Branch",
    "Broadcast",
    "BroadcastChange",
    "BroadcastJob",
    "BroadcastPress",
    "Card",
    "Caution",
    "Certificate",
    "CertificateChange",
    "Cluster",
    "CourseClass",
    "DiscardedFile",
    "Document",
    "DocumentOpening",
    "DocumentQuestion",
    "DocumentRemoval",
    "Dormitory",
    "Draft",
    "EligibilityCheck",
    "EligibilityRule",
    "Feed",
    "GuardianConsent",
    "Installation",
    "Meeting",
    "Mou",
    "Notice",
    "NumberSeries",
    "Offer",
    "Outcome",
    "Partner",
    "Place",
    "Placement",
    "PlacementChange",
    "PlacementPromise",
    "Programme",
    "ProgrammeInterest",
    "Provider",
    "Pupil",
    "RankOverride",
    "Ranking",
    "RankingChange",
    "RankingLine",
    "ReasonQuestion",
    "Referral",
    "RegionSubscription",
    "RuleVersion",
    "School",
    "SchoolChange",
    "SchoolGroup",
    "SchoolInvitation",
    "SchoolPlace",
    "SchoolQuestion",
    "SchoolSender",
    "Seat",
    "SelectionQuestion",
    "Source",
    "StaffInvitation",
    "StaffRole",
    "StageMove",
    "StreamInterest",
    "StreamSubscription",
    "Subscription",
    "Takeover",
    "TakeoverChange",
    "Track",
    "TrackChange",
    "TrackFollow",
    "TrackItem",
    "TrackMark",
    "Vacancy",
    "VacancyMark",
    "VacancyStream",
    "Wave",
    "WaveStage",
]
