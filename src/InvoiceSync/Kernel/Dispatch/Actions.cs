using System.Globalization;
using System.Text;

namespace InvoiceSync.Kernel.Dispatch;

/// <summary>Names messages for people and logs: InvoiceSync.Sync.CorrectSale is sync.correct-sale.</summary>
static class Actions
{
    public static string Of(Type message)
    {
        var text = new StringBuilder(message.Namespace!.Split('.')[1].ToLower(CultureInfo.InvariantCulture)).Append('.');
        for (var at = 0; at < message.Name.Length; at++)
        {
            if (at > 0 && char.IsUpper(message.Name[at])) text.Append('-');
            text.Append(char.ToLower(message.Name[at], CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
