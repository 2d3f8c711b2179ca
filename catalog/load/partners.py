"""Partners with their branches and agreements, and referrals, into their tables."""

from catalog.load.desk import Desk
from catalog.schema import PartnerEntry, ReferralEntry
from storage.models import Branch, Mou, Partner, Referral


def put_partner(desk: Desk, entry: PartnerEntry) -> None:
    facts = entry.model_dump(exclude={"slug", "source", "branches", "mous"})
    facts["source_id"] = desk.id_of("sources", entry.source)
    partner_id = desk.written(desk.put_slugged("partners", Partner, entry.slug, facts))
    for branch in entry.branches:
        facts = branch.model_dump(exclude={"slug", "source"})
        facts |= {"partner_id": partner_id, "source_id": desk.id_of("sources", branch.source)}
        desk.put_slugged("branches", Branch, branch.slug, facts)
    for mou in entry.mous:
        facts = mou.model_dump(exclude={"slug", "source", "provider"})
        facts |= {"partner_id": partner_id, "source_id": desk.id_of("sources", mou.source)}
        facts["provider_id"] = desk.id_of("providers", mou.provider)
        for cluster in mou.clusters:
            desk.id_of("clusters", cluster)  # kept by slug, yet it must be there
        desk.put_slugged("mous", Mou, mou.slug, facts)


def put_referral(desk: Desk, entry: ReferralEntry) -> None:
    facts = {
        "title": entry.title,
        "about": entry.about.model_dump(),
        "provider_id": desk.id_or_none("providers", entry.provider),
        "source_id": desk.id_of("sources", entry.source),
    }
    desk.put_slugged("referrals", Referral, entry.slug, facts)
