"""Facts about this installation itself."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base


class Installation(Base):
    """One row. A known text sealed with the key tells at start whether the key is the right one."""

    __tablename__ = "installation"

    id: Mapped[int] = mapped_column(primary_key=True)
    sealed_check: Mapped[bytes] = mapped_column(LargeBinary)
