using InvoiceSync.Kernel;

namespace InvoiceSync.Messaging;

/// <summary>The languages customers are written to in.</summary>
public static class MailLanguages
{
    public const string Romanian = "ro";
    public const string English = "en";

    public static readonly IReadOnlyList<string> All = [Romanian, English];

    internal static void Check(MailKind kind, string language) => Rule.Require(kind != MailKind.Notice && Enum.IsDefined(kind) && All.Contains(language), MessagingErrors.LanguageUnknown);
}
