using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

static class BatchErrors
{
    public const int Most = 500;
    public const int MostDays = 3660;

    public static readonly Error NotFound = Error.NotFound("batch.not_found", "There is no such batch.");
    public static readonly Error SizeInvalid = Error.Invalid("batch.size_invalid", $"Send 1 to {Most} sales at once.", "Items");
    public static readonly Error ItemRepeated = Error.Invalid("batch.item_repeated", "A sale may be in a batch once.", "Items");
    public static readonly Error CallDiffers = Error.Conflict("batch.call_differs", "This Idempotency-Key was used for another batch.");
    public static readonly Error CallKeyInvalid = Error.Invalid("batch.call_key_invalid", "An Idempotency-Key has 1 to 255 characters.", "IdempotencyKey");
    public static readonly Error RangeInvalid = Error.Invalid("backfill.range_invalid", "Choose a first day that is not after the last, at most ten years in all.", "From");
    public static readonly Error NotPlanned = Error.Conflict("batch.not_planned", "It is not planned to its end yet, or was started already.");
    public static readonly Error NotStopped = Error.Conflict("batch.not_stopped", "Only a stopped batch goes on.");
    public static readonly Error NotRunning = Error.Conflict("batch.not_running", "It does not run.");
    public static readonly Error NothingFailed = Error.Refused("batch.nothing_failed", "Nothing of it failed or waits for a person.");
    public static readonly Error Changed = Error.Refused("batch.sale_changed", "It is not the sale any more that the plan showed.");
    public static readonly Error OwnerLeft = Error.Refused("batch.owner_left", "Whoever asked for it may not invoice any more.");
}
