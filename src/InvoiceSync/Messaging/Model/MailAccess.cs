using InvoiceSync.Kernel;

namespace InvoiceSync.Messaging.Model;

/// <summary>Which of the customers' mails a caller is shown: all, or what the people sent whose invoices they may read.</summary>
static class MailAccess
{
    public static IQueryable<Mail> SeenBy(this IQueryable<Mail> mails, Caller caller)
    {
        mails = mails.Where(m => m.Kind != MailKind.Notice);
        return caller.Reach("invoice.read") is { } actors ? mails.Where(m => m.Sender != null && actors.Contains(m.Sender)) : mails;
    }
}
