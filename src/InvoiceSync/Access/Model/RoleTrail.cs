using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Access.Model;

/// <summary>Roles that a provider's or a directory's groups gave or took, in the audit log as if somebody had changed them by hand.</summary>
static class RoleTrail
{
    public static void NoteRoles(this InvoiceSyncDb db, SsoConnectionId through, Guid person, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.Order().SequenceEqual(after.Order())) return;
        db.Note(new("user.role_changed", "user", new UserId(person).ToString())
        {
            Details = new Dictionary<string, string> { ["through"] = through.ToString() },
            Changes = [new("Roles", Said(before), Said(after))],
        });
    }

    static string Said(IReadOnlyList<string> roles) => roles.Count == 0 ? "–" : string.Join(", ", roles);
}
