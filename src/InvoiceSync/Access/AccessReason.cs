namespace InvoiceSync.Access;

/// <summary>Why a person may or may not do something.</summary>
public enum AccessReason
{
    RoleGivesIt,
    OnlyOwn,
    OnlyTeam,
    AfterApproval,
    NoRoleGivesIt,
    NotTheirs,
    AboveLimit,
    Suspended,
}
