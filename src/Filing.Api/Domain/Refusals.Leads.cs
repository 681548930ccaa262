namespace FilingApi.Domain;

/// <summary>R12: leads and departments.</summary>
public static partial class Refusals
{
    public static readonly RefusalKind SupervisorDecides = new(
        "ENF-303",
        409,
        "该线索已两次核查不清，请由督查人员决定属实与否。",
        "This lead was unclear twice already: the supervisor decides it."
    );
    public static readonly RefusalKind UnknownDepartment = new(
        "ENF-304",
        422,
        "{0} 没有代码为“{1}”的部门，请从部门名录中选择。",
        "Town {0} has no department \"{1}\": choose one from the list."
    );
    public static readonly RefusalKind LeadAlreadyClosed = new(
        "ENF-305",
        409,
        "该线索已办结，不能再转办。",
        "This lead is closed: it cannot be assigned any more."
    );
}
