using InvoiceSync.Access;

namespace InvoiceSync.Web.Access;

/// <summary>When the last certificate of a kind runs out: while keys are rolled over the older one may.</summary>
static class SsoExpiry
{
    static readonly TimeSpan Near = TimeSpan.FromDays(30);

    /// <summary>Null while there is more than a month, or no certificate.</summary>
    public static DateTimeOffset? NearEndOf(IEnumerable<ListSsoCertificates.Row> certificates, ListSsoCertificates.Owner whose, DateTimeOffset now)
    {
        DateTimeOffset? last = certificates.Where(c => c.Whose == whose).Max(c => (DateTimeOffset?)c.EndsAt);
        return last - now < Near ? last : null;
    }
}
