"""What in a project is TensorFlow 1's, where, and what becomes of it."""

from tfcompat.check.check_paths import check_paths as check_paths
from tfcompat.check.report import Diagnostic as Diagnostic
from tfcompat.check.report import Problem as Problem
from tfcompat.check.report import Report as Report
