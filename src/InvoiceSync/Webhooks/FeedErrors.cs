using InvoiceSync.Kernel;

namespace InvoiceSync.Webhooks;

static class FeedErrors
{
    public static readonly Error EventUnknown = Error.Invalid("event.unknown", "There is no such event, or it is older than 30 days. Begin without after.", "After");
}
