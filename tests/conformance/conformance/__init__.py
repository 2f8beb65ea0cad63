# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Skanse authors
"""Puts bundles before the field's own tools; see ../run.sh."""
