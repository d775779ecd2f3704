<#-- The code of the second factor; whoever has several devices says which one. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp'); section>
  <#if section = "header">
    ${msg("otpTitle")}
  <#elseif section = "form">
    <form id="kc-otp-login-form" action="${url.loginAction}" method="post" novalidate="novalidate">
      <#if otpLogin.userOtpCredentials?size gt 1>
        <fieldset>
          <legend>${msg("otpDevice")}</legend>
          <#list otpLogin.userOtpCredentials as credential>
            <label class="choice"><input type="radio" name="selectedCredentialId" value="${credential.id}"<#if credential.id == (otpLogin.selectedCredentialId!'')> checked</#if>> <span>${credential.userLabel!''}</span></label>
          </#list>
        </fieldset>
      <#else>
        <p class="block">${msg("otpWhere")}</p>
        <input type="hidden" name="selectedCredentialId" value="${otpLogin.selectedCredentialId!''}">
      </#if>
      <@field.input name="otp" label=msg("loginOtpOneTime") autocomplete="one-time-code" fieldName="totp" autofocus=true/>
      <@buttons.loginButton/>
    </form>
  </#if>
</@layout.registrationLayout>
