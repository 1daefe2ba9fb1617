using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Messaging;

/// <summary>The mails to people that were kept, readable without signing in: where the practice world runs inside the portal, nobody has a mailbox. Nowhere else.</summary>
sealed class PracticeOutbox(ScopedDispatch dispatch, PortalOptions options)
{
    static readonly Error Closed = Error.NotFound("mail.outbox_closed", "The outbox is open only while nothing but practice companies live here.");

    public async Task<Result<IReadOnlyList<ListKeptMails.Row>>> Mails(CancellationToken ct) =>
        options.Practice is not { Enabled: true, Address: null } ? Closed : await dispatch.As(Caller.System(TenantId.Platform, "practice outbox"), d => d.Ask(new ListKeptMails(), ct));
}
