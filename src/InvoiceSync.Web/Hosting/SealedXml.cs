using System.Xml.Linq;
using InvoiceSync.Tenancy;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace InvoiceSync.Web.Hosting;

/// <summary>Encrypts data protection keys with the master key before they are stored.</summary>
sealed class SealedXml(MasterKey master) : IXmlEncryptor
{
    const string Box = "sealed";

    /// <summary>A stored key with every box of it sealed by the present master key.</summary>
    public static string Again(MasterKey master, string xml)
    {
        var key = XElement.Parse(xml);
        foreach (var box in key.Descendants(Box).Where(b => !master.Sealed(b.Value))) box.Value = master.Seal(OpenedXml.Purpose, master.Open(OpenedXml.Purpose, box.Value));
        return key.ToString(SaveOptions.DisableFormatting);
    }

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement(Box, master.Seal(OpenedXml.Purpose, plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(OpenedXml));
}

/// <summary>Reads what SealedXml wrote; the framework makes it by its name, which is stored beside the key.</summary>
sealed class OpenedXml(IServiceProvider services) : IXmlDecryptor
{
    public const string Purpose = "data protection";

    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<MasterKey>().Open(Purpose, encryptedElement.Value));
}
