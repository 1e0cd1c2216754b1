"""What a test counts: its cases, and those that did not come out as they should."""

cases = bad = 0


def expect(good, what):
    """Counts a case; says what is wrong if it is not good."""
    global cases, bad
    cases += 1
    if not good:
        bad += 1
        print(what)


def finish():
    """Says how many were good; the exit status."""
    print(f"{cases - bad} of {cases} cases")
    return 1 if bad else 0
