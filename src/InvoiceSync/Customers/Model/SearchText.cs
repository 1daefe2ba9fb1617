using InvoiceSync.Kernel;

namespace InvoiceSync.Customers.Model;

/// <summary>
/// A name as lists are sorted and searched by: without diacritics, in capitals, and made unique by the row's id, so that a page can go on after it.
/// Two spaces stand before the id: a name sorts before all names that begin with it.
/// </summary>
static class SearchText
{
    const int Longest = 200;

    public static string Of<TId>(string name, TId id) where TId : struct, IId<TId>
    {
        var folded = FoldedText.Of(name);
        return $"{(folded.Length <= Longest ? folded : folded[..Longest])}  {id.ToText()}";
    }
}
