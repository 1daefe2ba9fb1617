using InvoiceSync.Kernel;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Shared;

/// <summary>Says a refusal in the reader's language: by its code when translated, else by its words, else in the English it came with.</summary>
public sealed class ErrorTexts(IStringLocalizer<Errors> texts)
{
    public string Say(Error error) => Say(error.Code, error.Message);

    public string Say(string? code, string? english)
    {
        if (code is null) return KeptWords.Say(english) ?? "";
        var text = texts[code];
        return text.ResourceNotFound ? KeptWords.Say(english) ?? code : text.Value;
    }
}
