using System.Diagnostics.CodeAnalysis;

namespace InvoiceSync.Kernel;

/// <summary>How a module refuses: a rule that does not hold stops the use case and rolls everything back.</summary>
public static class Rule
{
    public static void Require([DoesNotReturnIf(false)] bool holds, Error otherwise)
    {
        if (!holds) throw new RuleBrokenException(otherwise);
    }

    public static T Found<T>([NotNull] T? thing, Error otherwise) where T : class =>
        thing ?? throw new RuleBrokenException(otherwise);
}
