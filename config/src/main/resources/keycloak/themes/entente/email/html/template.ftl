<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;font-family:sans-serif;font-size:17px;line-height:1.55">
<div style="max-width:34em"><#nested></div>
</body>
</html>
</#macro>
