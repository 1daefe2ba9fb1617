using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Fiscal;

public sealed partial class MailboxPage
{
    [SupplyParameterFromQuery(Name = "q")] string? Search { get; set; }
    [SupplyParameterFromQuery] string? Kind { get; set; }
    [SupplyParameterFromQuery(Name = "unread")] string? OnlyUnread { get; set; }

    protected override string Topic => "mailbox";

    FiscalMessageKind? KindAsked => Enum.TryParse<FiscalMessageKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    bool IsUnread => OnlyUnread == "true";

    bool IsFiltered => Filter() != new ListMailbox();

    protected override ListMailbox Filter(PageKey? after = null, int take = EachPage) =>
        new(KindAsked, IsUnread, string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), after, take);

    protected override Guid KeyOf(ListMailbox.Row row) => row.Id.Value;

    protected override string Said(int count) => T["mailbox.spoken", count];

    async Task Look()
    {
        if (await Do(new ReadMailbox(), T["mailbox.looked"])) await Load();
    }
}
