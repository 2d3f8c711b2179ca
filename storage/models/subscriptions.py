"""Subscriptions to vacancy alerts: by stream, by region, and abroad or not."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class Subscription(Base):
    """An account's wish to hear of vacancies; without it nothing is sent.

    No stream chosen means every stream, no region chosen means all of Indonesia.
    """

    __tablename__ = "subscriptions"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    abroad: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class StreamSubscription(Base):
    __tablename__ = "stream_subscriptions"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("subscriptions.account_id", ondelete="CASCADE"), primary_key=True
    )
    cluster_id: Mapped[int] = mapped_column(ForeignKey("clusters.id"), primary_key=True, index=True)


class RegionSubscription(Base):
    __tablename__ = "region_subscriptions"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("subscriptions.account_id", ondelete="CASCADE"), primary_key=True
    )
    region: Mapped[str] = mapped_column(String(4), primary_key=True)
