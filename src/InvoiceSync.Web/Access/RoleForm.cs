using System.Globalization;
using InvoiceSync.Access;

namespace InvoiceSync.Web.Access;

/// <summary>What the role form binds: texts as typed, and the sets of ticks.</summary>
sealed class RoleForm
{
    public string? Name { get; set; }

    public string? MaxAmount { get; set; }

    public string? ApprovalAbove { get; set; }

    public bool MayApproveOwn { get; set; }

    public HashSet<string> Inherits { get; init; } = [];

    public HashSet<string> Adds { get; init; } = [];

    public static RoleForm Of(ListRoles.Row role, string? name) => new()
    {
        Name = name,
        MaxAmount = Text(role.Limits.MaxInvoiceAmount),
        ApprovalAbove = Text(role.Limits.RequiresApprovalAbove),
        MayApproveOwn = role.Limits.CanApproveOwn,
        Inherits = [.. role.Inherits],
        Adds = [.. role.Adds],
    };

    /// <summary>The command; a text that is no amount becomes one the command refuses at its field.</summary>
    public SaveRole ToCommand(RoleId? id) =>
        new(id, Name ?? "", [.. Inherits], [.. Adds], new(Amount(MaxAmount), Amount(ApprovalAbove), MayApproveOwn));

    static string? Text(decimal? amount) => amount?.ToString("0.##", CultureInfo.CurrentCulture);

    static decimal? Amount(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var amount) ? amount : -1;
}
