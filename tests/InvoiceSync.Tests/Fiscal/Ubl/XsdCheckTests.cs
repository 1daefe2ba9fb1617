using System.Text;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Fiscal.Ubl;

public sealed class XsdCheckTests
{
    static XsdCheck Schemas => XsdCheck.FromFolder(FiscalData.Folder("ubl-2.1-xsd", "xsdrt"));

    [Fact]
    public void A_valid_document_passes() => Assert.Empty(Schemas.Check(UblWriter.ToBytes(SampleInvoices.Ron)));

    [Fact]
    public void Elements_out_of_order_are_found_with_their_line() =>
        Assert.StartsWith("Line ", Assert.Single(Schemas.Check(File.ReadAllBytes(FiscalData.Folder("examples", "local", "invalid", "bad-xsd-order.xml")))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<Invoice1/>")]            // unknown to the schemas: only a warning to .NET
    [InlineData("<Invoice xmlns=\"urn:x\"/>")]
    [InlineData("not xml")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>")]
    [InlineData("")]
    public void What_is_no_invoice_never_passes(string text) => Assert.NotEmpty(Schemas.Check(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_file_with_thousands_of_faults_is_read_to_the_first_hundred_and_no_further()
    {
        // Each of them is of the wrong type, which ends nothing: a reader without an end would tell of all.
        var note = "<cbc:Note languageLocaleID=\"a b\" strange=\"1\">x</cbc:Note>";
        var text = Encoding.UTF8.GetString(UblWriter.ToBytes(SampleInvoices.Ron));
        var at = text.IndexOf("<cbc:DocumentCurrencyCode>", StringComparison.Ordinal);
        var faults = Schemas.Check(Encoding.UTF8.GetBytes(text.Insert(at, string.Concat(Enumerable.Repeat(note, 5000)))));
        Assert.InRange(faults.Count, 100, 110);
    }

    [Fact]
    public void An_incomplete_folder_is_refused_at_once_not_found_out_later()
    {
        var source = FiscalData.Folder("ubl-2.1-xsd", "xsdrt");
        var copy = Directory.CreateTempSubdirectory("xsd-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(source, "*.xsd", SearchOption.AllDirectories).Where(file => !file.Contains("xmldsig", StringComparison.OrdinalIgnoreCase)))
            {
                var target = Path.Combine(copy.FullName, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            Assert.ThrowsAny<Exception>(() => XsdCheck.FromFolder(copy.FullName));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }
}
