import { Facts } from './facts'
import { mount } from './mount'

mount(<Facts />)
