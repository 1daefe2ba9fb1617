using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

static class EntryErrors
{
    public static readonly Error ProofMissing = Error.Refused("entry.proof_missing", "First an owner has to pass a test sign-in through a connection that is switched on.");
    public static readonly Error CodesMissing = Error.Refused("entry.codes_missing", "First an owner has to make break-glass codes, for the day the provider does not work.");
    public static readonly Error LastDoor = Error.Refused("entry.last_door", "Signing in by this connection is required. Choose another way of signing in first.");
    public static readonly Error NetworksMissing = Error.Invalid("entry.networks_missing", "Enter at least one address or range.", "Networks");
    public static readonly Error NetworksTooMany = Error.Invalid("entry.networks_too_many", "At most two hundred addresses or ranges are possible.", "Networks");
    public static readonly Error LockedOut = Error.Invalid("entry.locked_out", "This list would lock you out: your own address is not in it.", "Networks");
    public static readonly Error OwnersOnly = Error.Forbidden("entry.owners_only", "Only an owner who signs in with a password can have break-glass codes.");
    public static readonly Error CodeWrong = Error.Forbidden("entry.code_wrong", "This code is wrong, used, or not yours.");

    public static Error NetworkInvalid(string network) =>
        Error.Invalid("entry.network_invalid", $"{network} is not an address or a range like 203.0.113.0/24.", "Networks");
}
