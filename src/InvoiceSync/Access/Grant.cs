using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>What a person may in one company right now: roles, permissions with what they imply, limits, and the team they see.</summary>
public sealed record Grant(TenantId Tenant, IReadOnlyList<string> Roles, IReadOnlySet<string> Permissions, Limits Limits, IReadOnlyList<string> Team)
{
    /// <summary>Differs as soon as anything of the grant does; an open screen that holds another one is signed out.</summary>
    public string Stamp { get; } = string.Join('|', [
        .. Permissions.Order(StringComparer.Ordinal), FormattableString.Invariant($"{Limits.MaxInvoiceAmount};{Limits.RequiresApprovalAbove};{Limits.CanApproveOwn}"), .. Team.Order(StringComparer.Ordinal)]);
}
