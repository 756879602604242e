"""Words with which the title of a person ends: "Defence Minister", "deputy spokesman". English only."""

TITLES = (
    r"minister|president|premier|secretary|chief|chairman|chairwoman|ambassador|envoy|spokes\w+|mr|mrs|ms|dr|gen|adm|col|sen|rep"
    r"|king|queen|prince|chancellor|director|representative|gov|general|admiral|leader"
)
