using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

static class NewsErrors
{
    public static readonly Error LanguageUnknown = Error.Invalid("notification.language_unknown", "Choose Romanian or English.", "Language");
    public static readonly Error PersonsOnly = Error.Refused("notification.persons_only", "Only a person is told; a program reads the events.");
    public static readonly Error DayInvalid = Error.Invalid("notification.day_invalid", "Choose a day that is not in the future, at most a year ago.", "Day");
    public static readonly Error AddressRefused = Error.Invalid("notification.address_refused", "Enter a public https address, like https://hooks.example.com/invoicesync. Addresses of inner networks are not called.", "Address");
    public static readonly Error HookMissing = Error.Refused("notification.address_missing", "Save the address of your system first.");
    public static readonly Error PostNotFound = Error.NotFound("notification.not_found", "There is no such message.");

    /// <summary>The status that was answered, or one word why there was none.</summary>
    public static Error NotTaken(string answer) => Error.Unavailable("notification.not_taken", $"The company's system did not take it: {answer}.");
}
