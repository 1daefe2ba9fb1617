using System.Globalization;
using System.Text;
using InvoiceSync.Sandbox.Anaf.Rules;

namespace InvoiceSync.Sandbox.Anaf;

/// <summary>The smallest PDF there is: one page that says which document it stands for and that it is of the practice world.</summary>
static class PaperPdf
{
    public static byte[] Of(Ubl document)
    {
        var content = $"BT /F1 14 Tf 50 780 Td ({Plain($"PRACTICE: {document.Number} of {document.Issued}, seller {document.SellerCui}")}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj{objects[i]}endobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    static string Plain(string text) => string.Concat(text.Select(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\') ? c : '?'));
}
