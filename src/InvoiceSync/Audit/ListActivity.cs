using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Who did what in this tenant, newest first.</summary>
[Requires("audit.read")]
public sealed record ListActivity(PageKey? After = null, int Take = 50) : IQuery<Page<ListActivity.Row>>
{
    /// <summary>Action is the command in kebab case, like sync.correct-sale; Subject the id it touched; Changes are "field: old → new".</summary>
    public sealed record Row(Guid Id, DateTimeOffset At, string Actor, string Action, string? Subject, IReadOnlyList<string> Changes);
}
