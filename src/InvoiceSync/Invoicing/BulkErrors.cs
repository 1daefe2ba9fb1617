using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class BulkErrors
{
    public const int Most = 500;

    public static readonly Error NotFound = Error.NotFound("bulk.not_found", "There is no such plan of yours.");
    public static readonly Error ActUnknown = Error.Invalid("bulk.act_unknown", "This cannot be done with many invoices at once.", "Act");
    public static readonly Error NothingChosen = Error.Invalid("bulk.nothing_chosen", $"Choose 1 to {Most} invoices.", "Invoices");
    public static readonly Error NobodyChosen = Error.Invalid("bulk.nobody_chosen", "Choose whose they shall be.", "To");
    public static readonly Error PersonsOnly = Error.Refused("bulk.persons_only", "Only a person plans this; a program sends one message for each invoice.");
    public static readonly Error FilterMissing = Error.NotFound("filter.not_found", "There is no such filter of yours.");
    public static readonly Error FilterUnnamed = Error.Invalid("filter.unnamed", "Give the filter a name of at most 60 characters.", "Name");
    public static readonly Error FiltersTooMany = Error.Refused("filter.too_many", "You have fifty filters. Delete one first.");
}
