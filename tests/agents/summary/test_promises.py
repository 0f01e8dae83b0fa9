"""What somebody says that they will do, in six languages."""

import pytest

from agents.understanding.commitments.commitment_model import CommitmentReader, windows
from agents.understanding.commitments.trained_commitments import KEPT, commitment_examples, trained_commitments
from agents.understanding.shared.tables import label_owner, own_model
from tests import shipped
