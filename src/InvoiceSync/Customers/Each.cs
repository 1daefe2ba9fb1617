using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>Tries each of many: a broken rule is that one's answer and stops nobody else.</summary>
static class Each
{
    public static IReadOnlyList<Result<TAnswer>> Tried<TItem, TAnswer>(IEnumerable<TItem> items, Func<TItem, TAnswer> act)
    {
        var answers = new List<Result<TAnswer>>();
        foreach (var item in items)
        {
            try
            {
                answers.Add(act(item));
            }
            catch (RuleBrokenException broken)
            {
                answers.Add(broken.Error);
            }
        }

        return answers;
    }
}
