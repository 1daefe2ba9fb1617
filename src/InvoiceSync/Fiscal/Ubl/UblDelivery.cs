using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>When and where goods were handed over (BG-13, BG-15). ANAF asks for a subdivision even abroad (BR-RO-211): the city stands in.</summary>
static class UblDelivery
{
    public static void Write(ref Utf8Xml xml, GoodsDelivery? delivery)
    {
        if (delivery is null) return;
        xml.Date("<cac:Delivery><cbc:ActualDeliveryDate>"u8, delivery.On, "</cbc:ActualDeliveryDate><cac:DeliveryLocation>"u8);
        UblAddress.Write(ref xml, delivery.To, "<cac:Address>"u8, delivery.To.County ?? delivery.To.City, "</cac:Address>"u8);
        xml.Markup("</cac:DeliveryLocation></cac:Delivery>"u8);
    }
}
